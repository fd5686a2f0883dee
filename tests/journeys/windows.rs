//! A window calls only its own commands, and stays on its own pages.

use serde_json::{Value, json};

use crate::journey;
use crate::product::Product;

#[test]
fn a_command_of_another_window_is_refused() {
    journey(async {
        let product = Product::start(&[]).await;
        let group = product.group_of_counter_1().await;
        let nobody = json!({ "id": "01900000-0000-7000-8000-000000000000", "papers": {} });
        let foreign = [
            ("board", "take_ticket", json!({ "wanted": { "group": group } })),
            ("board", "submissions", json!({})),
            ("citizen", "call_next", json!({})),
            ("citizen", "accept", nobody),
            ("staff", "guide_begin", json!({ "wanted": { "code": "1.001193" } })),
        ];
        for (window, command, args) in foreign {
            product.on(window).await;
            let refused = product.invoke(command, args).await.expect_err("the runtime refuses it");
            let Value::String(why) = refused else { panic!("{command} reached the app from {window}: {refused}") };
            assert!(why.contains("not allowed"), "{window} {command}: {why}");
        }
        product.on("board").await;
        assert!(product.invoke("board", json!({})).await.is_ok(), "its own command is answered");
        product.on("citizen").await;
        let home = product.invoke("home", json!({})).await.expect("the first screen");
        let waiting: u64 =
            home["branch"]["groups"].as_array().expect("groups").iter().filter_map(|g| g["waiting"].as_u64()).sum();
        assert_eq!(waiting, 0, "no number was issued by the board");
        product.close().await;
    });
}

#[test]
fn a_window_stays_on_its_own_pages() {
    journey(async {
        let product = Product::start(&["--faces=citizen"]).await;
        product.on("citizen").await;
        product.see("tile-ticket").await;
        for address in ["file:///etc/hostname", "http://127.0.0.1:9/", "data:text/html,out"] {
            let script = format!("location.href = '{address}'; window.open('{address}');");
            let _ = product.client.execute(&script, Vec::new()).await;
            let here = product.client.current_url().await.expect("an address");
            assert_eq!(here.scheme(), "tauri", "{address} was opened");
        }
        assert_eq!(product.client.windows().await.expect("windows").len(), 1);
        product.see("tile-ticket").await;
        product.close().await;
    });
}
