//! The catalogue on its way to kiosks.

use std::io::Write;

use motcua_central::{Imported, import_procedures};
use motcua_domain::catalogue::starter;
use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::database::{self, Database};
use crate::server::{Server, run};

/// A record of the national shape that can be read for certain, but for what is changed in it.
pub fn record(code: &str, name: &str, changed: Value) -> Value {
    let mut record = json!({
        "ma_thu_tuc": code,
        "ten_thu_tuc": name,
        "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
        "linh_vuc": "Hộ tịch",
        "doi_tuong_thuc_hien": "Công dân Việt Nam",
        "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
        "cach_thuc_thuc_hien": "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việcMiễn phíQua cổng.\
            Trực tiếp7 Ngày làm việc8,000 Việt Nam Đồng(8.000 đồng/bản)Tại quầy",
        "thanh_phan_ho_so": "--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai theo mẫuMau 01.docx1 bản chính",
    });
    record.as_object_mut().unwrap().extend(changed.as_object().cloned().unwrap_or_default());
    record
}

/// Imports records beside the server that runs.
pub async fn import(server: &Server, records: &[Value]) -> Imported {
    let mut file = NamedTempFile::new().unwrap();
    for record in records {
        writeln!(file, "{record}").unwrap();
    }
    import_procedures(file.path(), Some(&server.database().await)).await.unwrap().imported.unwrap()
}

/// What a kiosk knows, after it has asked for everything it lacks.
#[derive(Clone, Default)]
pub struct Kiosk {
    edition: String,
    revision: u64,
}

impl Kiosk {
    fn path(&self) -> String {
        match self.edition.as_str() {
            "" => "/v1/catalogue".to_owned(),
            edition => format!("/v1/catalogue?edition={edition}&after={}", self.revision),
        }
    }

    /// Whether everything is anew, how many answers it took, and the procedures that are new or different.
    pub async fn ask(&mut self, server: &Server) -> (bool, usize, Vec<Value>) {
        let (mut anew, mut parts, mut changed) = (false, 0, Vec::new());
        loop {
            let (_, answer) = server.get(&server.device, &self.path()).await;
            anew |= answer["anew"].as_bool().unwrap();
            parts += 1;
            assert!(!answer["anew"].as_bool().unwrap() || parts == 1, "only the first part is anew");
            answer["edition"].as_str().unwrap().clone_into(&mut self.edition);
            self.revision = answer["revision"].as_u64().unwrap();
            let part = answer["changed"].as_array().unwrap();
            assert!(part.len() <= 400);
            changed.extend(part.iter().cloned());
            if !answer["more"].as_bool().unwrap() {
                return (anew, parts, changed);
            }
        }
    }
}

fn codes(procedures: &[Value]) -> Vec<&str> {
    procedures.iter().map(|procedure| procedure["code"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kiosk_gets_all_at_first_and_then_only_what_changed() {
    let server = Server::start().await;
    let mut kiosk = Kiosk::default();
    let (anew, _, all) = kiosk.ask(&server).await;
    assert!(anew);
    assert_eq!(all.len(), starter().procedures.len());
    assert!(all.iter().all(|procedure| procedure["version"] == 0));
    assert_eq!(kiosk.ask(&server).await, (false, 1, Vec::new()));

    // One that is new, and one in place of what the product ships: its plain words stay over it.
    let new = record("1.900001", "Đăng ký việc thử", json!({}));
    let birth = record("1.001193", "Thủ tục đăng ký khai sinh", json!({}));
    import(&server, &[new.clone(), birth.clone()]).await;
    let (anew, _, changed) = kiosk.ask(&server).await;
    assert!(!anew);
    assert_eq!(codes(&changed), ["1.900001", "1.001193"]);
    let shipped = starter().procedure("1.001193").unwrap();
    assert_eq!((&changed[1]["version"], &changed[1]["name"]["vi"]), (&json!(1), &json!(shipped.name.vi)));
    assert_eq!(changed[1]["official_name"], "Thủ tục đăng ký khai sinh");
    assert_eq!(changed[1]["channels"][0]["deadline"], json!({ "working_days": 7 }));

    import(&server, &[record("1.900001", "Đăng ký việc thử, sửa", json!({})), birth]).await;
    let (_, _, changed) = kiosk.ask(&server).await;
    assert_eq!(codes(&changed), ["1.900001"], "what is as it was does not travel");
    assert_eq!((&changed[0]["version"], &changed[0]["name"]["vi"]), (&json!(2), &json!("Đăng ký việc thử, sửa")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_catalogue_comes_in_parts_and_an_unknown_edition_begins_anew() {
    let server = Server::start().await;
    let many: Vec<_> = (0..450).map(|n| record(&format!("1.9{n:05}"), "Việc thử", json!({}))).collect();
    import(&server, &many).await;
    let mut kiosk = Kiosk::default();
    let (anew, parts, all) = kiosk.ask(&server).await;
    let mut known = codes(&all);
    known.sort_unstable();
    known.dedup();
    assert!(anew && parts == 2);
    assert_eq!(known.len(), 450 + starter().procedures.len());
    let ahead = Kiosk { revision: kiosk.revision + 1, ..kiosk.clone() };
    let other = Kiosk { edition: "018f0000-0000-7000-8000-000000000000".to_owned(), ..kiosk };
    for mut kiosk in [ahead, other] {
        let (anew, _, all) = kiosk.ask(&server).await;
        assert!(anew && all.len() == known.len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_product_composes_anew_and_what_comes_out_the_same_does_not_travel() {
    let mut server = Server::start().await;
    import(&server, &[record("1.900001", "Đăng ký việc thử", json!({}))]).await;
    let mut kiosk = Kiosk::default();
    kiosk.ask(&server).await;

    let change = async |server: Server, sql: &'static str| {
        let Server { running, folder, http, device, admin, first_password } = server;
        running.stop().await;
        let mut conn = Database::at(&database::url(&folder).await).await;
        conn.run(sql).await;
        conn.close().await;
        Server { running: run(&folder).await, folder, http, device, admin, first_password }
    };
    server = change(server, "SELECT 1").await;
    assert_eq!(kiosk.ask(&server).await, (false, 1, Vec::new()), "a restart changes nothing");
    let stale = "UPDATE catalogue SET composed_with = 'before';
        UPDATE catalogue_entry SET procedure = replace(procedure, 'việc thử', 'việc cũ') WHERE code = '1.900001'";
    server = change(server, stale).await;
    let (anew, _, changed) = kiosk.ask(&server).await;
    assert!(!anew);
    assert_eq!((codes(&changed), &changed[0]["name"]["vi"]), (vec!["1.900001"], &json!("Đăng ký việc thử")));
    // The product ships one less: kiosks must forget it.
    let gone = "UPDATE catalogue SET composed_with = 'before'; INSERT INTO catalogue_entry SELECT '1.999999',
        revision + 1, 0, 0, flagged, checked, procedure FROM catalogue_entry ORDER BY revision DESC LIMIT 1";
    server = change(server, gone).await;
    let (anew, _, all) = kiosk.ask(&server).await;
    assert!(anew && all.len() == starter().procedures.len() + 1, "{}", all.len());
}
