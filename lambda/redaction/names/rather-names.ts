// English words too, but with a capital far more often a person
export const RATHER_NAMES: ReadonlySet<string> = new Set(
  'heather chad benjamin misty destiny tiffany dale derrick terrence brian donna jack martin frank victor peter maria sally harry bob bill jean carol robin sandy dean nick rob charlie ruby iris mark ray gene ruth anna jerry larry barry danny bobby billy andy tommy teddy ted ben sam joe dan don ron ken tim jim tom max leo lee kay pam sue meg peg ann eve john johnny johns jimmy jenny molly polly terry josh marion alma victoria charlotte virginia georgia carolina diego martha oscar henry'.split(
    ' ',
  ),
);
