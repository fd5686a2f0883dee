# What is sent in later because an officer asked for it. The officer's words and the names of papers are added when it is opened.

page-asked = The officer asks you for something more
page-asked-help = Please read what the officer wrote, then press “Continue” to send it in at this machine.
asked-papers = Papers asked for:

have = Do you have this paper here?
have-here = Yes, I will photograph or scan it now
have-none = I do not have this paper yet
have-none-help = Write to the officer, or bring the paper to the counter later.
have-required = You have not chosen. Please say whether you have this paper here.

paper-help = Photograph or scan each page of this paper. If you do not have it, press “Back” and choose “I do not have this paper yet”.
guide-error-missing = There is no page of this paper yet. Please photograph or scan it. If you do not have it, press “Back” and choose “I do not have this paper yet”.

page-message = A message for the officer
message = What would you like to tell the officer?
message-help = No more than 1,000 letters.
message-free = If there is nothing to add, leave it empty and press “Continue”.
message-needed = You are not sending any paper. Please tell the officer why, or when you will have it. You may also bring the paper to the counter.
message-only = The officer asked for no paper with it. Please answer the officer’s question here.
message-error-required = There is no message yet. Please write a few words to the officer. If you cannot, please come to the counter.
message-error-short = That is too short for the officer to understand. Please say more.
message-error-long = That is longer than 1,000 letters. Please shorten it, and tell the rest at the counter.

guide-page-review = Please look it over before you send it
