/** Destinations of a delivery stream, each with the logging options of its own. */
export const DESTINATIONS = [
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'ExtendedS3DestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'IcebergDestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'S3DestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'SplunkDestinationConfiguration',
] as const;

/** Where a delivery stream writes into S3: as destination, on the way to another one, or as backup. */
export const S3_DESTINATIONS: readonly string[] = [
  'ExtendedS3DestinationConfiguration',
  'ExtendedS3DestinationConfiguration.S3BackupConfiguration',
  'S3DestinationConfiguration',
  'RedshiftDestinationConfiguration.S3BackupConfiguration',
  ...DESTINATIONS.filter((name) => !name.includes('S3Destination')).map((name) => `${name}.S3Configuration`),
];
