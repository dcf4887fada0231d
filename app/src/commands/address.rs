//! Under which address people reach the program.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

use axum::http::Uri;

/// What the operator gave, or where the program listens.
pub(super) fn public_url(given: Option<&str>, listens: SocketAddr) -> Result<String, String> {
    match given {
        Some(given) => read(given),
        None => here(listens),
    }
}

/// `https://hoithi.example.vn`: a scheme and a host, and nothing after them.
fn read(given: &str) -> Result<String, String> {
    let wrong = || {
        format!(
            "--public-url \"{given}\" chưa đúng: hãy ghi địa chỉ bắt đầu bằng https:// (hoặc http://) và chỉ gồm tên máy \
             chủ, ví dụ https://hoithi.example.vn"
        )
    };
    let uri: Uri = given.trim().parse().map_err(|_| wrong())?;
    let host = uri.host().filter(|host| !host.is_empty()).ok_or_else(wrong)?;
    let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https")).ok_or_else(wrong)?;
    let is_bare = uri.query().is_none() && matches!(uri.path(), "" | "/");
    let has_user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    if !is_bare || has_user || given.contains('#') {
        return Err(wrong());
    }
    let port = uri.port_u16().map(|port| format!(":{port}")).unwrap_or_default();
    Ok(format!("{scheme}://{host}{port}"))
}

/// Nobody can open "every address of this machine"; the one by which it reaches others is meant.
fn here(listens: SocketAddr) -> Result<String, String> {
    if !listens.ip().is_unspecified() {
        return Ok(format!("http://{listens}"));
    }
    let own = own_address().ok_or_else(|| {
        format!(
            "Không tự biết được địa chỉ của máy này; hãy thêm --public-url, ví dụ --public-url http://192.168.1.10:{}",
            listens.port()
        )
    })?;
    Ok(format!("http://{}", SocketAddr::new(own, listens.port())))
}

/// By which address the machine would leave for the network; nothing is sent.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|address| !address.is_unspecified())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_scheme_and_a_host() {
        for (given, wanted) in [
            ("https://hoithi.example.vn", "https://hoithi.example.vn"),
            (" https://hoithi.example.vn/ ", "https://hoithi.example.vn"),
            ("http://192.168.1.10:8080", "http://192.168.1.10:8080"),
            ("http://[fd00::1]:8080/", "http://[fd00::1]:8080"),
        ] {
            assert_eq!(read(given).as_deref(), Ok(wanted));
        }
    }

    #[test]
    fn anything_else_is_refused_with_an_example() {
        for given in [
            "",
            "hoithi.example.vn",
            "ftp://hoithi.example.vn",
            "https://",
            "https://a.vn/thi",
            "https://a.vn?x=1",
            "https://a.vn/#x",
            "https://ai@a.vn",
            "https://a b.vn",
        ] {
            assert!(read(given).is_err_and(|words| words.contains("https://hoithi.example.vn")), "{given:?}");
        }
    }

    #[test]
    fn every_address_of_the_machine_is_nobody_s() {
        let told = here(SocketAddr::from(([0, 0, 0, 0], 8080)));
        assert!(told.is_err() || told.is_ok_and(|url| !url.contains("0.0.0.0") && url.ends_with(":8080")));
        assert_eq!(here(SocketAddr::from(([127, 0, 0, 1], 81))).as_deref(), Ok("http://127.0.0.1:81"));
    }
}
