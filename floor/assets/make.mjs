// Makes the folder of assets that is embedded in the binary.
//
//   node make.mjs NPM_DIR OUT_DIR
//
// NPM_DIR holds node_modules (from `npm ci` on the lock beside this file), OUT_DIR is emptied and
// filled. Every file that may be kept for ever by a browser carries a hash of its content in its
// name; `manifest.tsv` lists logical name, file, type, hash, and whether a .gz stands beside it.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const [npm, out] = process.argv.slice(2).map((path) => resolve(path));
const modules = join(npm, "node_modules");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

// The subsets and weights of the screen. The browser takes a file only if a page needs its letters.
const RANGES = {
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};
const WEIGHTS = [400, 600, 700];

// What the documents are set in: no subset, the engine takes whole fonts.
const DOCUMENT_FONTS = [
  "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
  "@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf",
  "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
];

const manifest = [];

/** Writes one asset; `hashed` puts the hash into its name. Returns the file's name. */
function put(logical, bytes, { hashed = true } = {}) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const type = extname(logical);
  const file = hashed ? `${logical.slice(0, -type.length)}.${hash}${type}` : logical;
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(join(out, file), bytes);
  const gzip = [".css", ".js", ".svg"].includes(type);
  if (gzip) {
    writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
  manifest.push([logical, file, TYPES[type], hash, hashed ? "hashed" : "named", gzip ? "gzip" : "plain"]);
  return file;
}

function fontFaces() {
  const faces = [];
  for (const weight of WEIGHTS) {
    for (const [subset, range] of Object.entries(RANGES)) {
      const name = `be-vietnam-pro-${subset}-${weight}`;
      const bytes = readFileSync(
        join(modules, "@fontsource/be-vietnam-pro/files", `${name}-normal.woff2`),
      );
      const file = put(`fonts/${name}.woff2`, bytes);
      faces.push(
        `@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:swap;` +
          `font-weight:${weight};src:url(${file}) format("woff2");unicode-range:${range}}`,
      );
    }
  }
  return faces.join("\n");
}

async function styleSheet() {
  const entry = createRequire(join(npm, "package.json")).resolve("sass");
  const { default: sass, compile = sass.compile } = await import(pathToFileURL(entry));
  const { css } = compile(join(here, "sass/hoithi.scss"), {
    loadPaths: [modules],
    quietDeps: true,
    style: "compressed",
  });
  // Inline images would need `data:` in the content security policy.
  if (css.includes("url(data:")) throw new Error("the style sheet carries a data: address");
  return css;
}

rmSync(out, { recursive: true, force: true });
const faces = fontFaces();
put("hoithi.css", Buffer.from(`${faces}\n${await styleSheet()}`));
put("hoithi.js", readFileSync(join(here, "script/hoithi.js")));
put("icon.svg", readFileSync(join(here, "image/icon.svg")), { hashed: false });
for (const font of DOCUMENT_FONTS) {
  put(`typst/${basename(font)}`, readFileSync(join(modules, font)), { hashed: false });
}
// The fonts' licence asks to travel with them.
for (const family of ["be-vietnam-pro", "tinos"]) {
  const text = readFileSync(join(modules, "@expo-google-fonts", family, "LICENSE_FONT"));
  put(`fonts/${family}-licence.txt`, text, { hashed: false });
}
writeFileSync(join(out, "manifest.tsv"), manifest.map((line) => `${line.join("\t")}\n`).join(""));
