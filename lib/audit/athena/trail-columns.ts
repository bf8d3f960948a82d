import type { HiveColumns } from './hive-type';

/**
 * A record of CloudTrail. Requests and responses are JSON in a text, since each call has others.
 * Source: Athena user guide, "Create the table for CloudTrail logs in Athena using partition projection".
 */
export const TRAIL_COLUMNS: HiveColumns = {
  eventversion: 'string',
  useridentity: {
    struct: {
      type: 'string',
      principalid: 'string',
      arn: 'string',
      accountid: 'string',
      invokedby: 'string',
      accesskeyid: 'string',
      username: 'string',
      onbehalfof: { struct: { userid: 'string', identitystorearn: 'string' } },
      sessioncontext: {
        struct: {
          attributes: { struct: { mfaauthenticated: 'string', creationdate: 'string' } },
          sessionissuer: {
            struct: {
              type: 'string',
              principalid: 'string',
              arn: 'string',
              accountid: 'string',
              username: 'string',
            },
          },
          ec2roledelivery: 'string',
          webidfederationdata: { struct: { federatedprovider: 'string', attributes: { map: 'string' } } },
        },
      },
    },
  },
  eventtime: 'string',
  eventsource: 'string',
  eventname: 'string',
  awsregion: 'string',
  sourceipaddress: 'string',
  useragent: 'string',
  errorcode: 'string',
  errormessage: 'string',
  requestparameters: 'string',
  responseelements: 'string',
  additionaleventdata: 'string',
  requestid: 'string',
  eventid: 'string',
  readonly: 'string',
  resources: { array: { struct: { arn: 'string', accountid: 'string', type: 'string' } } },
  eventtype: 'string',
  apiversion: 'string',
  recipientaccountid: 'string',
  serviceeventdetails: 'string',
  sharedeventid: 'string',
  vpcendpointid: 'string',
  vpcendpointaccountid: 'string',
  eventcategory: 'string',
  addendum: {
    struct: {
      reason: 'string',
      updatedfields: 'string',
      originalrequestid: 'string',
      originaleventid: 'string',
    },
  },
  sessioncredentialfromconsole: 'string',
  edgedevicedetails: 'string',
  tlsdetails: {
    struct: { tlsversion: 'string', ciphersuite: 'string', clientprovidedhostheader: 'string' },
  },
};
