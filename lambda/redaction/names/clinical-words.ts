// Words that open sentences, head sections or name findings in clinical text with a capital letter. Never a person's name.
export const NEVER_NAMES: ReadonlySet<string> = new Set(
  (
    'i the a an and or but if in on at to of for with by from is was are be been has have had he she it they we you his her their our your this that these those not no yes ' +
    'patient patients pt pts history physical exam examination plan assessment impression diagnosis diagnoses medication medications allergy allergies vital vitals sign signs name names date dates dob mrn ssn age sex gender phone fax email address ' +
    'provider attending physician physicians doctor doctors nurse surgeon resident hospital clinic center medical medicine department room unit floor icu er ed or nicu picu pacu discharge discharged admission admitted followup follow up lab labs results result report reports note notes progress consult consultation chief complaint present illness past family social review reviewed systems general heart lungs lung abdomen abdominal extremities neuro skin head neck chest back eyes ears nose throat heent cardiovascular respiratory gastrointestinal genitourinary musculoskeletal neurological neurologic psychiatric psych endocrine ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december feb mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday tonight am pm ' +
    'md do rn np pa mr mrs ms dr none normal male female left right bilateral ct mri ecg ekg echo cbc bmp cmp covid hiv copd chf cad ckd dvt pe gerd uti als afib htn dm bmi bp hr rr fda cdc who nih usa us uk er va ' +
    'which what how when where why can could should would will does did please list any explain discuss recommend best current latest new old there here both each all some most more less than after before during since until while upon given due per also then ' +
    'hispanic african american asian caucasian latino latina native european indian english spanish french chinese mandarin portuguese russian arabic vietnamese korean creole jewish catholic muslim medicare medicaid ' +
    'type stage grade class level guidelines guideline management treatment treatments therapy options protocol evaluation evaluate consider need needs assess compare regarding concerning provide looking seeking interested summarize draft write create generate help suggest describe identify ' +
    'contact called call calls spoke discussed reports reported denies denied states stated presents presented continue continued continues start started stop stopped increase decrease monitor check recheck schedule scheduled refer referred transfer transferred return returned ' +
    'insurance member policy account number id record records chart reference code status information instructions summary details comments comment reason service services location facility specimen collected received collection test tests testing ordered ordering order performed signed signature electronically reviewed verified dictated transcribed ' +
    'emergency primary care clinical education portal advocate advocacy safety monitoring population initials consent guardian relationship spouse wife husband mother father mom dad son daughter brother sister parent parents child children baby infant boy girl aunt uncle grandmother grandfather friend ' +
    'unknown positive negative stable acute chronic mild moderate severe active inactive pending final preliminary critical routine stat urgent elective high low elevated reduced good fair poor ' +
    'blood pressure pulse temperature temp weight height oxygen saturation glucose hemoglobin hematocrit platelet platelets sodium potassium chloride calcium creatinine cholesterol albumin bilirubin urine urinalysis red cell cells count mean reference ranges range ' +
    'dear hi hello thanks thank sincerely regards best re cc attn from subject sent ' +
    'consultant specialist manager coordinator director assistant technician therapist pharmacist dietitian counselor supervisor administrator officer team staff group practice associates services nursing surgical surgery procedure procedures operation operative preoperative postoperative pre post ' +
    'next last first second third one two three four five six seven eight nine ten daily weekly monthly once twice time day days week weeks month months year years hour hours minute minutes morning evening night noon ' +
    'infection disease syndrome disorder cancer tumor lesion fracture pain fever cough nausea vomiting diarrhea headache shortness breath edema rash swelling bleeding weakness fatigue dizziness anxiety depression hypertension diabetes asthma pneumonia stroke seizure sepsis ' +
    'lisinopril metformin aspirin tylenol ibuprofen insulin warfarin heparin coumadin lasix lipitor plavix eliquis xarelto prednisone zofran ativan valium xanax prozac zoloft lexapro synthroid advil motrin benadryl albuterol ventolin flonase augmentin keflex cipro levaquin bactrim rocephin vancomycin zosyn percocet norco vicodin oxycodone morphine fentanyl dilaudid tramadol gabapentin lyrica ambien humira enbrel keytruda ozempic januvia jardiance farxiga lantus humalog novolog premarin advair spiriva singulair nexium prilosec pepcid protonix crestor zocor norvasc cozaar diovan toprol coreg tenormin cymbalta effexor wellbutrin abilify seroquel risperdal zyprexa haldol depakote dilantin keppra tegretol lamictal topamax vitamin allegra robaxin zyrtec claritin mucinex celebrex mobic aleve blue cross shield coronary secondary ' +
    'north south east west northern southern eastern western united states america ' +
    'nyha chads vasc wells ranson apache sofa curb meld child pugh ecog karnofsky gleason glasgow apgar braden morse mmse moca phq gad epworth barthel katz charlson framingham ' +
    'see seen saw still well however although because also currently recently previously please none other others another every his hers him them they overall otherwise additionally furthermore moreover therefore thus ' +
    'mother\u0027s father\u0027s women women\u0027s men men\u0027s health healthcare system home house street road avenue city state county zip country apartment apt suite building ' +
    'work school employer occupation education marital married single divorced widowed retired lives living alcohol tobacco smoking drugs drug exercise diet ' +
    'no. nos via versus vs etc ie eg yo yr yrs hx dx tx rx sx fx px ' +
    'imaging radiology pathology cardiology neurology oncology hematology nephrology urology orthopedics orthopedic dermatology psychiatry pediatrics pediatric gynecology obstetrics ophthalmology pulmonary gastroenterology endocrinology rheumatology infectious anesthesia internal ' +
    'appointment visit encounter session interview hearing court attorney police ' +
    'saturdays sundays mondays tuesdays wednesdays thursdays fridays ' +
    'ok okay sorry note caution warning important attention alert confidential page copy original version draft form letter fw fwd'
  ).split(' '),
);

export const EPONYMS: ReadonlySet<string> = new Set(
  'parkinson alzheimer crohn hodgkin foley glasgow apgar babinski bell graves hashimoto addison cushing raynaud sjogren sjögren wilson huntington marfan ehlers danlos down turner klinefelter kaposi barrett bishop murphy homan homans romberg kussmaul cheyne stokes virchow wernicke korsakoff tourette asperger guillain barre barré gehrig meniere ménière paget peyronie reiter sheehan stevens johnson whipple wegener takayasu kawasaki behcet behçet baker colles dupuytren achilles swan ganz holter doppler rorschach gleason breslow karnofsky child pugh ranson wells braden morse tinel phalen lachman mcmurray spurling hallpike epley trendelenburg lyme coombs wood tanner sprague dawley zika ebola staphylococcus streptococcus escherichia epstein barr legionella salmonella kernig brudzinski mallory weiss zollinger ellison charcot marie tooth friedreich duchenne becker fallot eisenmenger brugada wolff white osler weber rendu gilbert burkitt ewing wilms hirschsprung meckel mcburney rovsing osgood schlatter perthes legg calve salter harris bankart hill sachs neer hawkins kennedy jobe faber patrick lasegue hoffman hoffmann chvostek trousseau cullen kehr courvoisier grey beck levine roth janeway heberden bouchard bartholin skene kegel leopold bartter gitelman fanconi conn liddle dubin rotor gardner peutz jeghers lynch fraumeni hippel lindau sturge prader willi angelman edwards patau noonan loeys takotsubo dressler prinzmetal mobitz wenckebach kerley bacillus papanicolaou pap snellen ishihara amsler schirmer goldmann binet wechsler stanford beck hamilton montgomery folstein katz barthel lawton tinetti berg waterlow norton ottawa canadian centor duke framingham geneva mallampati cormack bosniak garden chaddock shimada lhermitte uhthoff valsalva schnur willebrand horner rutherford mcisaac munro morton fahrenheit celsius prometheus sjogrens hashimotos parkinsons alzheimers crohns hodgkins'.split(
    ' ',
  ),
);

const EPONYM_TAIL =
  /(?:'?s)?[ -](?:disease|syndrome|sign|score|scoring|test|testing|reflex|palsy|lymphoma|sarcoma|catheter|criteria|classification|esophagus|oesophagus|thyroiditis|phenomenon|stain|sampling|monitor|scale|risk|class|type|tumou?r|anemia|contracture|fracture|tendon|procedure|maneuver|manoeuvre|reaction|body|bodies|index|chorea|dementia|encephalopathy|grading|grade|virus|hip|knee|block|ulcer|nodes?|lines?|cells?|cyst|ataxia|dystrophy|tetralogy|method|position|inventory|questionnaire|rules?|stage|patient|respiration|breathing|response|smear|chart|equation|formula|hernia|anomaly|gland|duct|triad|angina|pattern|disorder|pox)/iy;

// Endings of nouns of medicine, of drugs and of everyday English that names hardly share
export const WORD_ENDING =
  /(?:tions?|sions?|ments?|ness|ity|ities|ology|ologist|ologists|itis|emia|osis|oses|pathy|plasty|ectomy|otomy|ostomy|scopy|graphy|gram|grams|trophy|plegia|algia|rrhea|uria|penia|genic|ical|ically|ally|ous|ious|ive|ives|able|ible|ings?|ated|ates?|ance|ence|ancy|ency|ulin|pril|sartan|statin|mab|nib|cillin|mycin|micin|azole|olol|pine|idone|oxetine|triptyline|gliptin|gliflozin|glutide|parin|xaban|gatran|vir|cycline|floxacin|setron|tidine|prazole|lukast|sone|solone|caine|barbital|zepam|zolam|azine|afil|semide|thiazide|formin|quine|trexate|platin|rubicin|taxel|dronate|profen|codone|morphone|fentanil|tropin|ferol|amide|emide|zide|onide|ium|coccus|bacter|virus)$/;

/** "'s disease", " catheter": what makes an eponym of the name before it. */
export function isEponymTail(text: string, index: number): boolean {
  EPONYM_TAIL.lastIndex = index;
  return EPONYM_TAIL.test(text);
}

const FINDING_TAIL =
  /(?:'?s)?[ -](?:disease|syndrome|signs?|score|reflex|palsy|lymphoma|sarcoma|tumou?r|catheter|criteria|classification|phenomen(?:on|a)|stain|scale|contracture|fracture|man(?:eu|oeu)vre?r?|reaction|index|chorea|dementia|encephalopathy|ataxia|dystrophy|tetralogy|inventory|questionnaire|equation|formula|anomaly|triad|angina|neuroma|histology|shunt|halo|drain|tube|clamp|prosthesis|stage|staging|grade|grading|test)(?![a-z])/iy;

/** What makes a finding of any surname before it: " reflex", "'s phenomenon", " histology". */
export function isFindingTail(text: string, index: number): boolean {
  FINDING_TAIL.lastIndex = index;
  return FINDING_TAIL.test(text);
}
