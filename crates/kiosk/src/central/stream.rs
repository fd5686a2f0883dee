use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use motcua_domain::wire::StreamEvent;
use reqwest::Method;

use super::CentralClient;

/// A stream without a word for so long is dead (a ping comes every 10 s).
const DEAD_AFTER: Duration = Duration::from_secs(25);

/// The open event stream of the central API.
pub struct EventStream {
    chunks: BoxStream<'static, Option<Vec<u8>>>,
    buffer: Vec<u8>,
}

/// What came over the stream.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Something changed.
    Event(StreamEvent),
    /// Nothing changed, and the stream is alive.
    Ping,
}

impl CentralClient {
    /// Opens the event stream after a revision; none when the central system does not answer.
    pub async fn events(&self, after: u64) -> Option<EventStream> {
        let request = self.request(Method::GET, &format!("/v1/events?after={after}"), None);
        let response = tokio::time::timeout(DEAD_AFTER, request.send()).await.ok()?.ok()?;
        if !response.status().is_success() {
            return None;
        }
        let chunks = response.bytes_stream().map(|chunk| chunk.ok().map(|bytes| bytes.to_vec())).boxed();
        Some(EventStream { chunks, buffer: Vec::new() })
    }
}

impl EventStream {
    /// The next word; none when the stream ended, broke or fell silent.
    pub async fn next(&mut self) -> Option<Heard> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|pair| pair == b"\n\n") {
                let block: Vec<u8> = self.buffer.drain(..end + 2).collect();
                return Some(heard(&String::from_utf8_lossy(&block)));
            }
            let chunk = tokio::time::timeout(DEAD_AFTER, self.chunks.next()).await.ok()???;
            self.buffer.extend(chunk.into_iter().filter(|byte| *byte != b'\r'));
        }
    }
}

/// Reads one block of server-sent events; what is no event is a sign of life all the same.
fn heard(block: &str) -> Heard {
    let data: Vec<&str> = block.lines().filter_map(|line| line.strip_prefix("data:")).map(str::trim_start).collect();
    serde_json::from_str(&data.join("\n")).map_or(Heard::Ping, Heard::Event)
}

#[cfg(test)]
mod tests {
    use motcua_domain::wire::Change;

    use super::*;

    #[test]
    fn a_block_is_an_event_or_a_sign_of_life() {
        let event = "id: 7\nevent: change\ndata: {\"revision\":7,\"at\":\"2026-11-23T08:00:00.000+07:00\",\"change\":{\"kind\":\"reset\"}}\n\n";
        assert!(matches!(heard(event), Heard::Event(StreamEvent { revision: 7, change: Change::Reset, .. })));
        assert_eq!(heard(": ping\n\n"), Heard::Ping);
        assert_eq!(heard("event: ping\ndata: {}\n\n"), Heard::Ping);
    }
}
