include!("src/commands/names.rs");

fn main() {
    let names: Vec<&'static str> = [CITIZEN, STAFF, BOARD].concat();
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(Box::leak(names.into_boxed_slice())));
    tauri_build::try_build(attributes).expect("the window permissions and the configuration fit together");
}
