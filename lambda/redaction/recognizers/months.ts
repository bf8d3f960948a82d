/** Every written form of a month, in small letters. */
export const MONTHS = (
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec'
).split(' ');

/** Months of Spanish, French, German and Portuguese: months only behind a day. */
export const FOREIGN_MONTHS = (
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
  'janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre ' +
  'januar februar märz juni juli oktober dezember janeiro fevereiro março maio junho julho setembro outubro novembro dezembro'
).split(' ');
