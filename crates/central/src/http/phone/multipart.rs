//! The file of a form that a browser sends without scripts (RFC 7578), and nothing else of it: its name
//! is not looked at.

/// The first file of a form that is not empty. `content_type` is the request's.
pub(super) fn file<'a>(content_type: &str, body: &'a [u8]) -> Option<&'a [u8]> {
    let boundary = boundary(content_type)?;
    let mark = format!("\r\n--{boundary}");
    // The first mark stands at the very beginning.
    let mut rest = body.strip_prefix(&mark.as_bytes()[2..])?;
    loop {
        let part = rest.strip_prefix(b"\r\n")?;
        let end = find(part, mark.as_bytes())?;
        let content = &part[find(part, b"\r\n\r\n")? + 4..];
        // Where a part has no headers, its end comes before theirs.
        let content = content.get(..content.len().checked_sub(part.len() - end)?)?;
        if !content.is_empty() {
            return Some(content);
        }
        rest = &part[end + mark.len()..];
    }
}

/// The boundary of `multipart/form-data; boundary=…`.
fn boundary(content_type: &str) -> Option<&str> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let named = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    let boundary = named.trim_matches('"');
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    within.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=----x";

    fn form(parts: &[&[u8]]) -> Vec<u8> {
        let mut body = Vec::new();
        for part in parts {
            body.extend_from_slice(
                b"------x\r\nContent-Disposition: form-data; name=\"page\"; filename=\"An.jpg\"\r\n\r\n",
            );
            body.extend_from_slice(part);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"------x--\r\n");
        body
    }

    #[test]
    fn the_first_file_that_was_chosen_is_taken() {
        assert_eq!(file(TYPE, &form(&[b"", b"\xff\xd8\xff\r\n\r\n--"])), Some(&b"\xff\xd8\xff\r\n\r\n--"[..]));
        assert_eq!(file("multipart/form-data; charset=utf-8; boundary=\"----x\"", &form(&[b"a"])), Some(&b"a"[..]));
        assert_eq!(file(TYPE, &form(&[b"", b""])), None);
        assert_eq!(file(TYPE, &form(&[])), None);
    }

    #[test]
    fn what_is_no_such_form_has_no_file() {
        let whole = form(&[b"abc"]);
        for wrong in [
            "text/plain; boundary=----x",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=y",
        ] {
            assert_eq!(file(wrong, &whole), None, "{wrong}");
        }
        for cut in 0..whole.len() - 10 {
            assert_eq!(file(TYPE, &whole[..cut]), None, "{cut}");
        }
        assert_eq!(file(TYPE, b"------x\r\nabc\r\n------x--\r\n"), None, "without headers");
    }

    proptest! {
        #[test]
        fn whatever_comes_is_read_or_not(body in proptest::collection::vec(proptest::sample::select(b"-x\r\na:".to_vec()), 0..80)) {
            let _ = file("multipart/form-data; boundary=x", &body);
        }

        #[test]
        fn any_file_comes_back_as_it_was(bytes in proptest::collection::vec(any::<u8>(), 1..200)) {
            prop_assume!(find(&bytes, b"\r\n------x").is_none());
            let sent = form(&[&bytes]);
            prop_assert_eq!(file(TYPE, &sent), Some(&bytes[..]));
        }
    }
}
