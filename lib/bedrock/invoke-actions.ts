/** There is no `bedrock:Converse`: Converse and ConverseStream are authorized as these two. */
export const INVOKE_ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'] as const;
