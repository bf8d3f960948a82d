/** A service on the internet that takes text to a model, outside every agreement of this environment. */
export interface PublicAiService {
  readonly name: string;
  /** Registered names; everything below them is meant as well. */
  readonly domains: readonly string[];
}

/** The day of the list, as `YYYY-MM-DD`. It grows old: new services come every week. */
export const PUBLIC_AI_AS_OF: string = '2026-11-27';

/**
 * Compiled from what the providers call their sites and APIs; names compared on that day with the lists anthropic, openai,
 * google-deepmind, xai, perplexity, huggingface and category-ai-!cn of github.com/v2fly/domain-list-community (MIT). Not
 * complete: review it with every release. The DNS firewall blocks them, and rules look for them where names are allowed.
 */
export const PUBLIC_AI_SERVICES: readonly PublicAiService[] = [
  { name: 'Anthropic', domains: ['anthropic.com', 'claude.ai', 'claude.com'] },
  { name: 'Character.AI', domains: ['character.ai'] },
  { name: 'Cohere', domains: ['cohere.ai', 'cohere.com'] },
  { name: 'Cursor', domains: ['cursor.com', 'cursor.sh'] },
  { name: 'DeepSeek', domains: ['deepseek.com'] },
  { name: 'ElevenLabs', domains: ['elevenlabs.io'] },
  { name: 'Fireworks AI', domains: ['fireworks.ai'] },
  { name: 'GitHub Copilot', domains: ['githubcopilot.com'] },
  {
    name: 'Google Gemini and NotebookLM',
    domains: [
      'ai.studio',
      'aistudio.google.com',
      'gemini.google.com',
      'generativelanguage.googleapis.com',
      'notebooklm.google.com',
    ],
  },
  { name: 'Groq', domains: ['groq.com'] },
  { name: 'Hugging Face', domains: ['hf.co', 'hf.space', 'huggingface.co'] },
  { name: 'Jasper', domains: ['jasper.ai'] },
  { name: 'Meta AI', domains: ['meta.ai'] },
  { name: 'Microsoft Copilot', domains: ['copilot.cloud.microsoft', 'copilot.microsoft.com'] },
  { name: 'Midjourney', domains: ['midjourney.com'] },
  { name: 'Mistral AI', domains: ['mistral.ai'] },
  { name: 'Moonshot AI', domains: ['kimi.ai', 'kimi.com', 'moonshot.ai'] },
  { name: 'OpenAI', domains: ['chatgpt.com', 'oaistatic.com', 'oaiusercontent.com', 'openai.com'] },
  { name: 'OpenRouter', domains: ['openrouter.ai'] },
  { name: 'Perplexity', domains: ['perplexity.ai', 'pplx.ai'] },
  { name: 'Poe', domains: ['poe.com'] },
  { name: 'Replicate', domains: ['replicate.com'] },
  { name: 'Together AI', domains: ['together.ai', 'together.xyz'] },
  { name: 'Windsurf', domains: ['codeium.com', 'windsurf.com'] },
  { name: 'xAI', domains: ['grok.com', 'x.ai'] },
];
