use motcua_domain::wire::{AddedForms, FormPackage, FormVersion, Problem};

use super::CentralClient;

impl CentralClient {
    /// The forms that officers added, without their texts.
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn added_forms(&self) -> Result<AddedForms, Problem> {
        Ok(self.read("/v1/forms", None).await?)
    }

    /// The texts of a form that an officer added.
    ///
    /// # Errors
    /// `unknown-form`, `central-away`, or what the API refuses with.
    pub async fn form_package(&self, form: &FormVersion) -> Result<FormPackage, Problem> {
        Ok(self.read(&format!("/v1/forms/{}/{}", form.procedure, form.version), None).await?)
    }
}
