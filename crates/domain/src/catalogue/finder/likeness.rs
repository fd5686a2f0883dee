/// Whether one letter too many, too few, wrong, or two letters swapped tell the words apart.
pub(super) fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    let swapped = a.len() >= 2 && b.len() >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Equal => !a.is_empty() && (a[1..] == b[1..] || swapped),
        std::cmp::Ordering::Greater => a[1..] == *b,
        std::cmp::Ordering::Less => *a == b[1..],
    }
}

#[cfg(test)]
mod tests {
    use super::one_slip;

    #[test]
    fn one_slip_and_no_more() {
        for (a, b) in [("kai", "khai"), ("khaii", "khai"), ("kgai", "khai"), ("hkai", "khai"), ("khi", "khai")] {
            assert!(one_slip(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("khai", "khai"), ("ka", "khai"), ("xyz", "khai"), ("ahik", "khai")] {
            assert!(!one_slip(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }
}
