import { fold } from '../lexicon/fold';
import { LEXICON } from '../lexicon/lexicon';

/** The larger cities of the United States, by general knowledge: what a person is most often said to come from. */
const US_CITIES: ReadonlySet<string> = new Set(
  'new york|new york city|nyc|manhattan|brooklyn|queens|bronx|staten island|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|san jose|austin|jacksonville|fort worth|columbus|charlotte|indianapolis|san francisco|seattle|denver|nashville|oklahoma city|el paso|boston|portland|las vegas|detroit|memphis|louisville|baltimore|milwaukee|albuquerque|tucson|fresno|sacramento|kansas city|mesa|atlanta|omaha|colorado springs|raleigh|long beach|virginia beach|miami|oakland|minneapolis|tulsa|bakersfield|wichita|arlington|aurora|tampa|new orleans|cleveland|honolulu|anaheim|lexington|stockton|corpus christi|henderson|riverside|newark|saint paul|st paul|santa ana|cincinnati|irvine|orlando|pittsburgh|st louis|saint louis|greensboro|jersey city|anchorage|lincoln|plano|durham|buffalo|chandler|chula vista|toledo|madison|gilbert|reno|fort wayne|north las vegas|st petersburg|saint petersburg|lubbock|irving|laredo|winston salem|chesapeake|glendale|garland|scottsdale|norfolk|boise|fremont|spokane|santa clarita|baton rouge|richmond|hialeah|san bernardino|tacoma|modesto|huntsville|des moines|yonkers|rochester|moreno valley|fayetteville|fontana|worcester|port st lucie|little rock|augusta|oxnard|birmingham|montgomery|frisco|amarillo|salt lake city|grand rapids|overland park|tallahassee|huntington beach|sioux falls|peoria|knoxville|vancouver|providence|akron|brownsville|mobile|newport news|tempe|shreveport|chattanooga|fort lauderdale|aurora|elk grove|ontario|salem|cary|santa rosa|rancho cucamonga|eugene|oceanside|clarksville|garden grove|lancaster|springfield|pembroke pines|fort collins|palmdale|salinas|hayward|corona|paterson|murfreesboro|macon|lakewood|killeen|alexandria|sunnyvale|hollywood|jackson|bellevue|pomona|escondido|joliet|charleston|mesquite|naperville|rockford|bridgeport|syracuse|savannah|roseville|torrance|fullerton|surprise|mcallen|thornton|visalia|olathe|gainesville|west valley city|orange|denton|warren|pasadena|waco|cedar rapids|dayton|elizabeth|hampton|columbia|kent|stamford|lakewood|victorville|miramar|coral springs|sterling heights|new haven|carrollton|midland|norman|santa clara|athens|thousand oaks|topeka|simi valley|concord|berkeley|allentown|ann arbor|hartford|palo alto|evanston|cambridge|iowa city|duluth|fargo|billings|missoula|burlington|albany|annapolis|dover|trenton|wilmington|harrisburg|scranton|erie|flint|lansing|gary|evansville|south bend|green bay|biloxi|santa fe|santa barbara|santa monica|beverly hills|boca raton|key west|naples|sarasota|galveston|asheville|charlottesville|roanoke|san juan'.split(
    '|',
  ),
);

/** A town by name: one of the larger cities, or one of the list that is not a word as well ("Surprise", "Normal"). */
export function isTown(name: string): boolean {
  const folded = fold(name).replaceAll('.', '').replaceAll('-', ' ');
  if (US_CITIES.has(folded)) return true;
  return LEXICON.city.has(folded) && (folded.includes(' ') || !LEXICON.word.has(folded));
}

const CITY_AFTER = /(?:,[ ]?|[ ](?:in[ ]|of[ ])?)([A-Z][a-z.]+(?:[ ][A-Z][a-z.]+){0,2})/y;

/** Where a city ends that follows a place: "…, Los Angeles", "… in Boston", "… New York"; the place's own end if none does. */
export function endWithCity(text: string, end: number): number {
  CITY_AFTER.lastIndex = end;
  const match = CITY_AFTER.exec(text);
  const names = match?.[1]?.replace(/\.$/, '').split(' ') ?? [];
  for (let size = names.length; size > 0; size--) {
    const name = names.slice(0, size).join(' ');
    if (match && isTown(name)) return end + match[0].indexOf(name) + name.length;
  }
  return end;
}
