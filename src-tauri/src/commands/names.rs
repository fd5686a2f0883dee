// The commands of each window, by name: the build script gives each a permission of its own, and a
// test holds this list to the commands that exist.

const CITIZEN: &[&str] = &[
    "home",
    "set_language",
    "take_ticket",
    "print_result",
    "reprint",
    "life_events",
    "find_procedures",
    "procedure",
    "guide_begin",
    "guide_view",
    "guide_next",
    "guide_back",
    "guide_open",
    "guide_card_text",
    "guide_remove_document",
    "guide_submit",
    "lookup",
    "end_visit",
];

const STAFF: &[&str] = &[
    "console",
    "sign_in",
    "change_password",
    "sign_out",
    "open_counter",
    "close_counter",
    "call_next",
    "start_break",
    "end_break",
    "call_specific",
    "recall",
    "start",
    "finish",
    "no_show",
    "transfer",
    "park",
    "resume",
    "return_to_queue",
    "cancel",
    "reopen",
    "submissions",
    "submission",
    "file_page",
    "accept",
    "console_print_result",
    "console_reprint",
];

const BOARD: &[&str] = &["board"];
