export type { Engine } from './engine';
export { createEsdkEngine, type EsdkModule } from './esdk-engine';
