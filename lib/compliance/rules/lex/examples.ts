import type { Examples } from '../example';

export const lexExamples: Examples = {
  'lex-idle-session': {
    bad: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    IdleSessionTTLInSeconds: 86400
`,
    good: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    IdleSessionTTLInSeconds: 300
`,
  },
  'lex-policy-not-public': {
    bad: `
ResourcePolicy:
  Type: AWS::Lex::ResourcePolicy
  Properties:
    Policy:
      Statement:
        Effect: Allow
        Principal: '*'
        Action: lex:RecognizeText
        Resource: '*'
`,
    good: `
ResourcePolicy:
  Type: AWS::Lex::ResourcePolicy
  Properties:
    Policy:
      Statement:
        Effect: Allow
        Principal:
          Service: connect.amazonaws.com
        Action: lex:RecognizeText
        Resource: '*'
`,
  },
  'lex-recording-key': {
    bad: `
BotAlias:
  Type: AWS::Lex::BotAlias
  Properties:
    ConversationLogSettings:
      AudioLogSettings:
        - Enabled: true
          Destination:
            S3Bucket:
              S3BucketArn: !GetAtt Recordings.Arn
Recordings:
  Type: AWS::S3::Bucket
`,
    good: `
BotAlias:
  Type: AWS::Lex::BotAlias
  Properties:
    ConversationLogSettings:
      AudioLogSettings:
        - Enabled: true
          Destination:
            S3Bucket:
              S3BucketArn: !GetAtt Recordings.Arn
              KmsKeyArn: !GetAtt Key.Arn
Recordings:
  Type: AWS::S3::Bucket
Key:
  Type: AWS::KMS::Key
`,
  },
  'lex-slot-obfuscation': {
    bad: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    BotLocales:
      - LocaleId: en_US
        Intents:
          - Name: Appointment
            Slots:
              - Name: BirthDate
`,
    good: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    BotLocales:
      - LocaleId: en_US
        Intents:
          - Name: Appointment
            Slots:
              - Name: BirthDate
                ObfuscationSetting:
                  ObfuscationSettingType: DefaultObfuscation
`,
  },
  'lex-errors-logged': {
    bad: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    IdleSessionTTLInSeconds: 300
`,
    good: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    ErrorLogSettings:
      Enabled: true
`,
  },
  'lex-model-guardrail': {
    bad: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    BotLocales:
      - LocaleId: en_US
        Intents:
          - Name: Questions
            QnAIntentConfiguration:
              BedrockModelConfiguration:
                ModelArn: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
`,
    good: `
Bot:
  Type: AWS::Lex::Bot
  Properties:
    BotLocales:
      - LocaleId: en_US
        Intents:
          - Name: Questions
            QnAIntentConfiguration:
              BedrockModelConfiguration:
                ModelArn: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
                BedrockGuardrailConfiguration:
                  BedrockGuardrailIdentifier: abcdefgh1234
                  BedrockGuardrailVersion: '3'
`,
  },
  'lex-conversation-logged': {
    bad: `
BotAlias:
  Type: AWS::Lex::BotAlias
  Properties:
    ConversationLogSettings:
      TextLogSettings:
        - Enabled: false
          Destination:
            CloudWatch:
              CloudWatchLogGroupArn: !GetAtt Talks.Arn
              LogPrefix: calls/
Talks:
  Type: AWS::Logs::LogGroup
`,
    good: `
BotAlias:
  Type: AWS::Lex::BotAlias
  Properties:
    ConversationLogSettings:
      TextLogSettings:
        - Enabled: true
          Destination:
            CloudWatch:
              CloudWatchLogGroupArn: !GetAtt Talks.Arn
              LogPrefix: calls/
Talks:
  Type: AWS::Logs::LogGroup
`,
  },
};
