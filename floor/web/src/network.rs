//! From where a request comes.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use hoithi_journal::Halt;

use crate::house::House;
use crate::taken::Taken;

/// The address that a request comes from; empty where nobody knows.
///
/// A server with https in front, on this machine, adds the visitor's address to `X-Forwarded-For`;
/// what a visitor writes there stands before it and is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkAddress(pub String);

impl Taken for NetworkAddress {}

impl FromRequestParts<House> for NetworkAddress {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Halt> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let forwarded = || {
            let last = parts.headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
            last.rsplit(',').next()?.trim().parse::<IpAddr>().ok()
        };
        let from = peer.map(|peer| if peer.is_loopback() { forwarded().unwrap_or(peer) } else { peer });
        Ok(Self(from.map(network_of).unwrap_or_default()))
    }
}

/// One subscriber has a whole network of the new addresses, and one of the old.
fn network_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
    }
}
