import { cuedValue } from './cued-value';

export const biometricIdentifier = cuedValue({
  name: 'biometric-identifier',
  category: 'BIOMETRIC',
  cues: [
    'biometric(?: id| identifier| template| hash| key| token| code)?',
    'fingerprint(?: id| template| hash| key| token| code| scan)?',
    'retinal scan(?: id)?',
    'retina scan(?: id)?',
    'iris (?:scan|code|template)(?: id)?',
    'voice print(?: id)?',
    'voiceprint(?: id)?',
    'palm (?:print|vein)(?: id)?',
    'palmprint(?: id)?',
    'face (?:id|print|template)',
    'faceprint',
    'dna (?:profile|sample) id',
  ],
});
