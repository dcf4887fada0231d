//! Bar codes of the kind Code 128, set B: what every hand scanner of an office reads.

/// The widths of bars and gaps of each value, in turn, beginning with a bar; eleven steps each.
const WIDTHS: [&str; 106] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232",
];
const START_B: usize = 104;
/// The checking value is a rest of this.
const PRIME: usize = 103;
const STOP: &str = "2331112";

/// The widths of bars and gaps, in turn, beginning with a bar; nothing where a sign has no place in such a code.
pub fn bar_code(text: &str) -> Option<Vec<u8>> {
    let value = |byte: u8| byte.checked_sub(b' ').map(usize::from).filter(|value| *value < 95);
    let values = text.bytes().map(value).collect::<Option<Vec<usize>>>()?;
    let weighed = values.iter().zip(1_usize..).map(|(value, place)| value * place).sum::<usize>();
    let check = (START_B + weighed) % PRIME;
    let all = [START_B].into_iter().chain(values).chain([check]).map(|value| WIDTHS[value]).chain([STOP]);
    Some(all.flat_map(str::bytes).map(|digit| digit - b'0').collect())
}
