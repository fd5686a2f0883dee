use super::*;
use crate::words::Locale;

fn printer_of(ready: bool, cause: Option<&str>) -> PrinterFound {
    PrinterFound {
        described: "IPP, ipp://lan:mat-khau@10.0.0.5/ipp/print".to_owned(),
        trial: false,
        ready,
        cause: cause.map(str::to_owned),
        wanted: true,
        page_right: None,
    }
}

fn reader_of(read: Option<bool>) -> ReaderFound {
    ReaderFound { device: "/dev/ttyACM0".to_owned(), exists: true, allowed: true, read, held: false, tried: false }
}

fn told(verdict: &Verdict) -> (Light, &str) {
    (verdict.light, verdict.found.strip_prefix(&format!("ready-{}-", verdict.check.name())).unwrap_or(&verdict.found))
}

/// Every verdict there is.
fn all() -> Vec<Verdict> {
    let mut all = vec![Verdict::hung(Check::Printer)];
    for cause in ["no_paper", "paper_low", "cover_open", "jam", "offline", "paused", "mute", "spools-over"] {
        all.push(printer(&printer_of(false, Some(cause))));
    }
    for cause in [None, Some("paper_low"), Some("not_set_up")] {
        for (page_right, trial, wanted) in
            [(None, false, true), (Some(true), false, true), (Some(false), false, true), (None, true, false)]
        {
            all.push(printer(&PrinterFound { page_right, trial, wanted, ..printer_of(true, cause) }));
        }
    }
    all.push(reader(None));
    for read in [None, Some(true), Some(false)] {
        for (exists, allowed, held, tried) in [
            (false, true, false, false),
            (true, false, false, false),
            (true, true, true, false),
            (true, true, false, true),
            (true, true, false, false),
        ] {
            all.push(reader(Some(&ReaderFound { exists, allowed, held, tried, ..reader_of(read) })));
        }
    }
    use CameraFound as Camera;
    for found in [
        Camera::None,
        Camera::Unplugged,
        Camera::Refused,
        Camera::There,
        Camera::Busy,
        Camera::Silent,
        Camera::Dark,
        Camera::Sees,
    ] {
        all.extend([camera(found, false), camera(found, true)]);
    }
    all.extend([ScannerFound::None, ScannerFound::Unplugged, ScannerFound::Busy, ScannerFound::There].map(scanner));
    all.extend(
        [FolderFound::None, FolderFound::Missing, FolderFound::Locked, FolderFound::Usable]
            .map(|found| scan_folder(found, "/srv/scan")),
    );
    all.push(speaker(None));
    for trouble in [None, Some(SoundTrouble::NoVoice), Some(SoundTrouble::NoSound)] {
        for heard in [None, Some(true), Some(false)] {
            for trial in [true, false] {
                all.push(speaker(Some(SpeakerFound { trial, trouble, heard })));
            }
        }
    }
    all.extend([None, Some(1.0), Some(5.0), Some(9.0)].map(touch));
    all.extend([None, Some(0), Some(9_000), Some(-9_000), Some(90_000), Some(-90_000)].map(clock));
    all.extend([None, Some(420), Some(0)].map(|offset| zone("Asia/Ho_Chi_Minh", offset)));
    all.extend(
        [DiskFound::Missing, DiskFound::Locked, DiskFound::Free(0), DiskFound::Free(1_000_000_000)]
            .map(|found| disk(found, "/var/lib/motcua")),
    );
    all.push(disk(DiskFound::Free(9_000_000_000), "/var/lib/motcua"));
    let version = || "3.51.3".to_owned();
    all.extend(
        [StoreFound::Missing, StoreFound::Locked, StoreFound::Damaged]
            .iter()
            .map(store)
            .chain([store(&StoreFound::Unsafe(version())), store(&StoreFound::Sound(version()))]),
    );
    use NetworkFound as Network;
    for found in [
        Network::Away,
        Network::Asleep,
        Network::Unready,
        Network::Answers { took: 3, live: Some(false) },
        Network::Answers { took: 3, live: Some(true) },
        Network::Answers { took: 900, live: None },
    ] {
        all.push(network(found, "http://10.0.0.2:7080"));
    }
    all.extend([None, Some((0, 0)), Some((2, 1))].map(unsent));
    all.extend([None, Some("0.1.0"), Some("0.2.0")].map(|central| program("0.1.0", central)));
    all.extend([system(Some("6.12"), Some("2.48")), system(None, None), fonts(true), fonts(false)]);
    all.extend(
        [(None, 0), (Some(7), 0), (Some(7), 2)]
            .map(|(revision, left_out)| catalogue(Some(CatalogueFound { revision, left_out }))),
    );
    all.push(catalogue(None));
    all
}

#[test]
fn every_verdict_has_words_in_every_language_and_what_needs_somebody_says_what_to_do() {
    let all = all();
    for verdict in &all {
        for locale in Locale::ALL {
            let words = Words::of(locale);
            for key in [Some(&verdict.found), verdict.todo.as_ref()].into_iter().flatten() {
                assert!(words.has(key), "{key}");
            }
            let said = verdict.said(words) + &verdict.advice(words).unwrap_or_default();
            assert!(!said.contains(['{', '$']), "{said}");
            assert!(words.has(&format!("ready-{}", verdict.check.name())));
            assert!(words.has(verdict.light.key()));
        }
        assert!(verdict.light < Light::Amber || verdict.todo.is_some(), "{verdict:?} leaves an officer alone");
    }
    for check in Check::ALL {
        assert!(all.iter().any(|verdict| verdict.check == check), "{check:?} is judged by nobody");
    }
}

#[test]
fn the_printers_own_word_counts_before_what_somebody_saw_earlier() {
    let page = |right, found| printer(&PrinterFound { page_right: Some(right), ..found });
    assert_eq!(told(&page(true, printer_of(false, Some("no_paper")))), (Light::Red, "no_paper"));
    assert_eq!(told(&page(false, printer_of(true, None))), (Light::Red, "bad-page"));
    assert_eq!(told(&page(true, printer_of(true, None))), (Light::Green, "good-page"));
    assert_eq!(told(&printer(&printer_of(true, None))), (Light::Green, "ready"));
    assert_eq!(told(&printer(&printer_of(true, Some("paper_low")))), (Light::Amber, "paper_low"));
    assert_eq!(told(&printer(&printer_of(false, Some("marker-failure")))), (Light::Red, "other"));
    let busy = printer(&printer_of(false, Some("in_use")));
    assert_eq!(told(&busy), (Light::Grey, "in_use"), "a printer that the program talks with is not broken");
    let trial = PrinterFound { trial: true, page_right: Some(true), ..printer_of(true, None) };
    assert_eq!(told(&printer(&trial)), (Light::Amber, "trial"), "files are no paper, however good they look");
}

#[test]
fn a_machine_that_prints_for_people_needs_a_printer_and_a_board_does_not() {
    let none = printer_of(false, Some("not_set_up"));
    assert_eq!(printer(&none).light, Light::Red);
    assert_eq!(printer(&PrinterFound { wanted: false, ..none }).light, Light::Absent);
}

#[test]
fn a_password_in_a_printers_address_is_told_to_nobody() {
    let verdict = printer(&printer_of(true, None));
    assert_eq!(verdict.args["printer"], "IPP, ipp://10.0.0.5/ipp/print");
    let plain = printer(&PrinterFound { described: "/dev/usb/lp0".to_owned(), ..printer_of(true, None) });
    assert_eq!(plain.args["printer"], "/dev/usb/lp0");
}

#[test]
fn a_reader_is_green_only_when_something_was_read() {
    assert_eq!(told(&reader(Some(&reader_of(Some(true))))), (Light::Grey, "there"));
    assert_eq!(told(&reader(Some(&ReaderFound { tried: true, ..reader_of(Some(true)) }))), (Light::Green, "tried"));
    assert_eq!(told(&reader(Some(&ReaderFound { tried: true, ..reader_of(Some(false)) }))), (Light::Red, "silent"));
    assert_eq!(told(&reader(Some(&ReaderFound { held: true, ..reader_of(None) }))), (Light::Grey, "held"));
}

#[test]
fn what_plays_only_for_trial_is_never_green() {
    assert_eq!(camera(CameraFound::Sees, true).light, Light::Amber);
    assert_eq!(camera(CameraFound::Sees, false).light, Light::Green);
    let heard = SpeakerFound { trial: true, trouble: None, heard: Some(true) };
    assert_eq!(speaker(Some(heard)).light, Light::Amber);
    assert_eq!(speaker(Some(SpeakerFound { trial: false, ..heard })).light, Light::Green);
}

#[test]
fn touches_are_good_to_3_mm_and_bearable_to_6() {
    let light = |worst| touch(Some(worst)).light;
    assert_eq!([light(0.0), light(3.0)], [Light::Green; 2]);
    assert_eq!([light(3.01), light(6.0)], [Light::Amber; 2]);
    assert_eq!([light(6.01), light(f64::INFINITY), light(f64::NAN)], [Light::Red; 3]);
    assert_eq!(touch(Some(3.26)).args["worst"], "3,3");
    assert_eq!(touch(None).light, Light::Grey);
}

#[test]
fn a_clock_is_judged_by_the_second_on_both_sides() {
    for sign in [1, -1] {
        let light = |off: i64| clock(Some(sign * off)).light;
        assert_eq!([light(0), light(5_000)], [Light::Green; 2]);
        assert_eq!([light(5_001), light(60_000)], [Light::Amber; 2]);
        assert_eq!(light(60_001), Light::Red);
    }
    assert_eq!(told(&clock(Some(9_400))), (Light::Amber, "ahead"));
    assert_eq!(told(&clock(Some(-61_000))), (Light::Red, "behind"));
    assert_eq!(clock(Some(-61_000)).args["seconds"], "61");
    assert_eq!(clock(Some(i64::MIN)).light, Light::Red);
    assert_eq!(clock(None).light, Light::Grey);
}

#[test]
fn a_disk_is_judged_by_what_is_free() {
    let light = |free| disk(DiskFound::Free(free), "/d").light;
    assert_eq!([light(0), light(499_999_999)], [Light::Red; 2]);
    assert_eq!([light(500_000_000), light(1_999_999_999)], [Light::Amber; 2]);
    assert_eq!([light(2_000_000_000), light(u64::MAX)], [Light::Green; 2]);
    assert_eq!(disk(DiskFound::Free(1_449_000_000), "/d").args["free"], "1,4 GB");
}

#[test]
fn a_way_that_is_slow_or_brings_no_news_is_seen_to() {
    let light = |took, live| network(NetworkFound::Answers { took, live }, "").light;
    assert_eq!([light(200, Some(true)), light(0, None)], [Light::Green; 2]);
    assert_eq!([light(201, Some(true)), light(1, Some(false))], [Light::Amber; 2]);
    assert_eq!(network(NetworkFound::Unready, "").light, Light::Red);
}

#[test]
fn the_worst_decides_what_a_program_ends_with() {
    let [green, grey, absent] = [fonts(true), touch(None), reader(None)];
    assert_eq!([green.light, grey.light, absent.light], [Light::Green, Light::Grey, Light::Absent]);
    assert_eq!(worst(&[]).exit_code(), 0);
    assert_eq!(worst([&green, &grey, &absent]).exit_code(), 0, "a machine without a reader is well");
    assert_eq!(worst([&green, &zone("UTC", Some(0)), &grey]).exit_code(), 1);
    assert_eq!(worst([&zone("UTC", Some(0)), &fonts(false), &green]).exit_code(), 2);
}
