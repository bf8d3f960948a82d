import type { LinesTableShape } from './lines-table';

const SESSION_CONTEXT = [
  'attributes:struct<mfaauthenticated:string,creationdate:string>',
  'sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>',
  'ec2roledelivery:string',
  'webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>',
].join(',');

/**
 * Events of CloudTrail as columns.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html
 */
export const TRAIL_SHAPE: LinesTableShape = {
  columns: {
    eventversion: 'string',
    useridentity: `struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string,onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext:struct<${SESSION_CONTEXT}>>`,
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
    resources: 'array<struct<arn:string,accountid:string,type:string>>',
    eventtype: 'string',
    apiversion: 'string',
    recipientaccountid: 'string',
    serviceeventdetails: 'string',
    sharedeventid: 'string',
    vpcendpointid: 'string',
    vpcendpointaccountid: 'string',
    eventcategory: 'string',
    tlsdetails: 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>',
  },
  inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
  serde: 'org.apache.hive.hcatalog.data.JsonSerDe',
};
