# Registration of a birth

## Who applies
page-applicant = Your name, citizen number and date of birth
page-applicant-help = If the machine filled them in from your card, please look closely. Touch what is wrong to correct it.
applicant_name = Your full name
applicant_name-error-required = Your name is missing. Please type your full name.
applicant_number = Your citizen number
applicant_number-help = The 12 digits on the front of the card.
applicant_number-error-required = Your citizen number is missing. Please type the 12 digits on your card.
applicant_birth_date = Your date of birth
page-contact = How can we reach you?
address = Where you live now
address-help = House number, street, hamlet, commune or ward, province. Old names of places will do.
address-error-required = Your address is missing. Please type house number, hamlet, commune or ward, province.
phone = Your telephone number
phone-help = If you have no telephone, leave it empty.

## The result
page-result = How would you like to receive the result?
receive = How to receive the birth certificate
receive-counter = Collect it at the counter
receive-counter-help = Bring your citizen card to a counter of the centre.
receive-post = By post to my home
receive-post-help = The post charges for the delivery.
receive-electronic = As an electronic copy
receive-electronic-help = A copy to look at on a telephone or a computer. An officer will tell you how to receive it.
receive-error-required = You have not chosen how to receive the result. Please choose one way.
page-post = To which address should the post deliver?
post_address = Postal address
post_address-help = Choose the province, then the commune or ward, and write house number, street or hamlet.
post_address-error-required = The postal address is missing. Please type where the post should deliver.
post_address-error-short = The address is too short for the post to find. Please give house number, hamlet, commune or ward, province.
copies = Number of copies of the birth certificate
copies-help = The original is free. Each copy costs 8,000 đồng. Choose 0 if you need none.
copies-error-required = You have not chosen how many copies. Choose 0 if you need none.

## The child's family
page-family = What are you to the child?
page-family-help = If the child was abandoned, was born by surrogacy, or the mother is not known, please see an officer at a counter.
relation = You are
relation-mother = The mother
relation-father = The father
relation-grandparent = A grandparent
relation-grandparent-help = Please agree with the parents beforehand.
relation-relative = Another relative
relation-relative-help = Please agree with the parents beforehand.
relation-carer = The person who cares for the child
relation-authorised = Authorised by the parents
relation-authorised-help = Authorised means asked in writing to act for them. The machine will ask for a picture of that paper.
relation-error-required = You have not chosen what you are to the child. Please choose one.
parents = The child's parents
parents-married = Are registered as married
parents-father_claims = Are not married, and the father recognises the child now
parents-father_claims-help = At the counter an officer will help with the recognition form.
parents-father_blank = The father is not determined
parents-father_blank-help = The father's part of the certificate stays empty. The child takes the mother's family name, ethnicity, home town and nationality.
parents-error-required = You have not chosen how it is with the parents. Please choose one.
parents-error-not = As the child's father you cannot choose “The father is not determined”. Please choose another.
page-authorisation = Please give the authorisation
page-authorisation-help = Photograph or scan the paper in which the parents ask you to register the birth. It must be certified: it bears the seal of a commune, a ward or a notary. If you are close family of a parent, no seal is needed.

## The child
page-child = What is the child's name, and when was it born?
child_name = The child's full name
child_name-help = Write it as it should stand on the certificate.
child_name-error-required = The child's name is missing. Please type the full name.
child_sex = The child is
child_sex-male = A boy
child_sex-female = A girl
child_birth_date = The child's date of birth
child_birth_date-error-required = The child's date of birth is missing. Please fill in day, month and year.
child_birth_date-error-future = The child's date of birth has not come yet. Please check day, month and year.
page-origin = What are the child's ethnicity and home town?
page-origin-help = Ethnicity and home town follow the father or the mother, as the parents agree.
ethnicity = The child's ethnicity
ethnicity-kinh = Kinh
ethnicity-khmer = Khmer
ethnicity-cham = Chăm
ethnicity-hoa = Hoa
ethnicity-other = Another
nationality = The child's nationality
nationality-viet_nam = Vietnamese
nationality-other = Another
home_town = The child's home town
home_town-help = Commune or ward, and province, of the father or the mother.
page-origin_other = Please say which
ethnicity_name = Name of the ethnicity
nationality_name = Country of nationality

## The place of birth and its proof
page-birth = Where was the child born?
birth_place = Place of birth
birth_place-help = Name of the hospital or health station, commune or ward, province. If born at home, the address.
birth_place-error-required = The place of birth is missing. Please give the hospital, or the address if born at home.
certificate = Do you have a birth certificate from the hospital?
certificate-help = The paper (giấy chứng sinh) a hospital or health station gives when a child is born.
certificate-error-required = You have not said whether you have the hospital's paper. Please choose “Yes” or “No”.
page-birth_certificate = Please give the hospital's birth certificate
page-birth_certificate-help = Photograph or scan the whole paper, sharp and uncovered.
page-witness = Did anybody witness the birth?
page-witness-help = Without the hospital's paper, a written confirmation by a witness is needed.
has_witness = There is a witness
has_witness-help = For example a midwife, a neighbour, or family who were there.
has_witness-error-required = You have not said whether there is a witness. Please choose “Yes” or “No”.
page-witnesses = How many witnesses are there?
witnesses = Number of witnesses
witnesses-help = One is enough. You can name up to 5.
witnesses-error-required = You have not chosen the number of witnesses. Please choose from 1 to 5.
page-witness_person = Who is witness number { $n }?
witnesses-name = The witness's full name
witnesses-number = The witness's citizen number
witnesses-number-help = The 12 digits on the front of that person's card. If you do not know it, leave it empty.
witnesses-home = Where the witness lives
witnesses-home-help = House number, street, hamlet, commune or ward, province.
page-witness_statement = The written confirmation of { $name }
page-witness_statement-help = Written and signed by the witness, saying when and where the child was born. If you have it, photograph or scan it now. If not, press “Continue” and bring it to the counter.
page-undertaking = Why is there neither a hospital's paper nor a witness?
page-undertaking-help = At the counter you sign a written undertaking with this reason. If it is not true, the birth certificate may be cancelled.
undertaking_reason = Reason
undertaking_reason-help = For example: the child was born at home and I was alone.
undertaking_reason-error-required = The reason is missing. Please write a few words.
undertaking_reason-error-short = The reason is too short. Please write a little more.

## The child's parents
page-mother = Who is the child's mother?
mother_name = The mother's full name
mother_birth_year = The mother's year of birth
mother_birth_year-help = 4 digits, for example 1995.
mother_number = The mother's citizen number
mother_number-help = The 12 digits on the front of her card. If you do not know it, leave it empty.
page-mother_home = Where does the child's mother live?
mother_address = Where the mother lives
mother_address-help = House number, street, hamlet, commune or ward, province. If you do not know it, leave it empty.
page-father = Who is the child's father?
father_name = The father's full name
father_birth_year = The father's year of birth
father_birth_year-help = 4 digits, for example 1993.
father_number = The father's citizen number
father_number-help = The 12 digits on the front of his card. If you do not know it, leave it empty.
page-father_home = Where does the child's father live?
father_address = Where the father lives
father_address-help = House number, street, hamlet, commune or ward, province. If you do not know it, leave it empty.

## Papers and fees
paper-identity = Your citizen card
paper-residence = Papers about where you live (only if the officer cannot look it up)
paper-birth_certificate = The hospital's birth certificate (giấy chứng sinh)
paper-witness_statement = The written confirmation of the birth by the witness { $name }
paper-undertaking = The written undertaking about the birth (you sign it at the counter)
paper-authorisation = The parents' written authorisation
paper-marriage = The parents' marriage certificate (if the officer cannot look it up)
paper-recognition = The form of recognition and papers that prove who the father is
fee-registration = Registration of the birth
fee-copies = Copies of the birth certificate
