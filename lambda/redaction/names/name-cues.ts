// Each set in small letters. A cue stands right before a name, or one step away over "is", ":" or "named".

/** What only a person has in front of the name. */
export const TITLES = new Set(
  'dr drs mr mrs ms miss mx prof professor rev reverend sgt capt lt col cpt maj cdr hon sr sra señor señora nurse tech dra srta don doña dña'.split(
    ' ',
  ),
);

/** Titles that are told with the name. */
export const COURTESY = new Set('dr drs mr mrs ms miss mx prof'.split(' '));

const DEGREE = String.raw`,?[ ](?:M\.D\.|D\.O\.|R\.N\.|N\.P\.|Ph\.D\.|D\.D\.S\.|D\.V\.M\.|MD|DO|RN|NP|PA-C|PhD|DDS|DVM|DMD|DPM|PharmD|MPH|MSN|BSN|DNP|FACP|FACS|APRN|CRNA|LCSW|Jr|Sr|II|III|IV)`;

/** Degrees and generations right behind a name, told with it. The full stop of a sentence is not theirs. */
export const DEGREES = new RegExp(String.raw`(?:${DEGREE}(?![A-Za-z\u00c0-\u024f\d-])){1,3}`, 'y');

/** The same at the end of a name. */
export const DEGREES_AT_END = new RegExp(`(?:${DEGREE}){1,3}$`);

/** Headings of forms whose value is a person: "Patient Name: ". They count only before a colon or an equals sign. */
export const NAME_FIELDS = new Set(
  'nombre apellidos apellido paciente médico medico name patient pt provider attending physician surgeon doctor nurse author signed signature by attn attention pathologist radiologist technologist technician phlebotomist director pharmacist therapist resident fellow referring ordering consultant guarantor subscriber policyholder guardian contact spouse mother father caregiver caretaker parent next-of-kin kin witness interpreter employer assistant anesthesiologist anesthetist clinician counselor dictated transcribed collected verified reviewer recipient sender subject relative relation friend son daughter wife husband insured beneficiary holder physician(s) coordinator manager administrator student scribe specialist proxy person client md np crna pcp tech rn'.split(
    ' ',
  ),
);

/** Headings of letters: they count only where they open a line. */
export const LETTER_FIELDS = new Set(['to', 'from', 'cc', 're', 'by']);

/** Roles and kin: "daughter Ana", "patient Smith", "his wife, Joan". */
export const ROLES = new Set(
  "i'm patient pt provider attending physician surgeon doctor nurse mother father mom dad mama papa son daughter wife husband brother sister spouse partner guardian caregiver aunt uncle grandma grandpa grandmother grandfather granddaughter grandson niece nephew cousin fiance fiancee girlfriend boyfriend friend roommate neighbor contact baby infant twin resident fellow director consultant clinician therapist pharmacist technician pathologist radiologist cardiologist oncologist neurologist pediatrician psychiatrist psychologist dermatologist urologist nephrologist hematologist pulmonologist gastroenterologist endocrinologist rheumatologist ophthalmologist anesthesiologist hospitalist internist intensivist midwife interpreter coordinator counselor boy girl kid man woman gentleman lady male female parent teacher coach boss supervisor employee veteran individual client lady stepmother stepfather stepson stepdaughter mother-in-law son-in-law daughter-in-law paramedic officer detective attorney lawyer chaplain pastor student intern scribe rn np pa md".split(
    ' ',
  ),
);

/** Words after which a listed name is a person. */
export const LEADS = new Set(
  'in says starring including for with and is was from like to of contacting re regarding about by per via called named as see saw seen tell told ask asked call calling paged page notify notified meet met meeting contact contacted text texted email emailed emailing inform informed updated update because but when while if that than or hi hello dear thanks thank hey who whose where did does has had since after before whom helping treating between involving concerning on at and'.split(
    ' ',
  ),
);

/** Words after which nearly anything with a capital is a name. */
export const NAMERS = new Set('named called dear hi hello hey'.split(' '));

export const CREDENTIAL =
  /,?[ ]?\(?(?:M\.?D|D\.?O|R\.?N|N\.?P|P\.?A(?:-C)?|Ph\.?D|D\.?D\.?S|D\.?P\.?M|D\.?M\.?D|Pharm\.?D|D\.?V\.?M|LCSW|LMFT|CRNA|APRN|ARNP|FACP|FACS|MBBS|DPT|PT|OT|LPN|CNM|MSN|BSN|FNP(?:-C|-BC)?|DNP|PsyD|MSW|MPH|RRT|RDN|RD|CNA|CMA|EMT|ACNP|AGNP|BCPS|Esq)(?![A-Za-z\u00c0-\u024f])\.?/y;

/** What follows a person: a verb of doing or suffering, an age, a bracketed number, a birth date. */
export const PERSON_TAIL =
  /(?:,?[ ](?:is|was|has|had|who|reports?|reported|denies|denied|states|stated|presents|presented|presenting|underwent|called|calls|lives|says|said|complains|developed|returned|returns|came|arrived|feels|felt|takes|took|wants|asked|asks|needs|will|would|can|also|MRN|DOB|aged?|born|at[ ]\d|on[ ]\d)\b|,?[ ]\(?(?:a[ ]|an[ ])?\d{1,3}(?:[ -]?y|,|[ ]?[MF]\b|-)|[ ]\(|'s[ ])/y;
