import { aws_iam as iam, aws_lambda as lambda, Stack, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { GATEWAY_VARIABLES, LOAD_BALANCER_ALIAS } from '../contract/environment-variables';
import { ConfigurationError } from '../errors';
import { GatewayApi } from './gateway-api';
import { GatewayFunction, type GatewayFunctionProps } from './gateway-function';
import { requireOneText } from './prompt-texts';
import { PUBLIC_ALIASES } from './public-callers';
import type { PublicGatewayApi } from './public-gateway-api';

const API_DOOR = 'rest-api';
/** Aliases of doors that are no consumer's. */
const OTHER_DOORS: readonly string[] = [API_DOOR, LOAD_BALANCER_ALIAS, ...PUBLIC_ALIASES];
const CONSUMER = /^[a-z][a-z0-9-]{0,63}$/u;

export interface AiGatewayProps extends Omit<GatewayFunctionProps, 'onLeak'> {
  /** The `execute-api` interface endpoint through which the private API is called. */
  readonly apiEndpoint: ec2.IVpcEndpoint;
  /**
   * Roles that invoke the function itself, through the `lambda` endpoint, each by an alias of its own: the alias is who
   * calls, as an event proves nothing. By name: 1 to 64 of a-z, 0-9 and hyphens, a letter first.
   * @default - nobody; callers use the API
   */
  readonly consumers?: Readonly<Record<string, iam.IRole>>;
  /**
   * The load balancer with mutual TLS through which callers come that use cases name by SPIFFE id. It invokes `doorAlias`; its
   * target group is told by its name, at most 32 letters, digits and hyphens, as the group needs the alias to be there.
   * @default - none
   */
  readonly loadBalancer?: { readonly targetGroupName: string };
  /**
   * APIs by which people or partners outside the VPC call, in the stack of the gateway: at most one of each kind of callers.
   * @default - none: the gateway is reached from the VPC alone
   */
  readonly publicApis?: readonly PublicGatewayApi[];
  /**
   * What becomes of an answer with an identifier that nobody sent: masked, or refused as a whole.
   * @default 'mask'
   */
  readonly onLeak?: 'mask' | 'refuse';
  /**
   * Execution environments kept ready for the API's calls that do not stream: whole, 1 and more; they cost by the hour.
   * @default - none
   */
  readonly provisionedConcurrency?: number;
}

/**
 * The one audited, redacting way to a model: a function behind a private REST API, and behind aliases for consumers that
 * invoke it themselves. It checks who asks and why, lets through the fields of the use case, redacts, guards, asks, reads
 * the answer again, seals, and writes a record before anything leaves; see docs/gateway.md. There is no function URL, as those
 * are public and stand behind nothing; `publicApis` are for who calls from outside.
 *
 * Who may invoke an alias is whom its door names: keep `lambda:InvokeFunction` on all functions from everybody else.
 * Supports 45 CFR 164.312(b), 164.312(d), 164.502(b), 164.514(d) and 164.528.
 * @throws ConfigurationError `NoUseCases`; `UseCaseTwice`; `PromptTwice`, with another text; `Consumer` whose name is none;
 * `PublicApi` of a kind that is there twice, or with a use case that the gateway has not; `ProvisionedConcurrency` that is no
 * whole number from 1; `ModelProfiles` that are not one for each model of each use case, or too many for a variable
 */
export class AiGateway extends Construct {
  readonly api: GatewayApi;
  readonly whole: GatewayFunction;
  readonly streaming: GatewayFunction;
  /** What the target group of the load balancer invokes, and nobody else: absent where there is none. */
  readonly doorAlias: lambda.Alias | undefined;

  constructor(scope: Construct, id: string, props: AiGatewayProps) {
    super(scope, id);
    const {
      apiEndpoint,
      consumers = {},
      loadBalancer,
      publicApis = [],
      provisionedConcurrency,
      ...rest
    } = props;
    const place = { ...rest, onLeak: rest.onLeak ?? ('mask' as const) };
    const manifests = place.useCases.map(({ manifest }) => manifest);
    this.#check(
      manifests.map((each) => each.id),
      Object.keys(consumers),
      provisionedConcurrency,
    );
    this.#checkPublic(
      publicApis,
      manifests.map((each) => each.id),
    );
    requireOneText(
      this,
      place.useCases.map(({ promptTexts }) => promptTexts),
    );
    this.api = new GatewayApi(this, 'Api', {
      endpoint: apiEndpoint,
      logKey: place.logKey,
      logRetention: place.logRetention,
      useCases: manifests,
    });
    const make = (name: string, streams: boolean) => {
      const made = new GatewayFunction(this, name, streams, place);
      made.function.addEnvironment(GATEWAY_VARIABLES.doors, this.#doors(consumers, publicApis, loadBalancer));
      return made;
    };
    this.whole = make('Function', false);
    this.streaming = make('StreamingFunction', true);
    const whole = this.#alias(this.whole, API_DOOR, provisionedConcurrency);
    const streaming = this.#alias(this.streaming, API_DOOR);
    this.api.serve(whole, streaming);
    // a load balancer waits for whole answers
    this.doorAlias = loadBalancer && this.#alias(this.whole, LOAD_BALANCER_ALIAS);
    for (const each of publicApis)
      each.serve(
        this.#alias(this.whole, each.alias),
        this.#alias(this.streaming, each.alias),
        this.api.logRole,
      );
    for (const [name, role] of Object.entries(consumers)) {
      for (const handler of [this.whole, this.streaming]) {
        iam.Grant.addToPrincipal({
          grantee: role,
          actions: ['lambda:InvokeFunction'],
          resourceArns: [this.#alias(handler, name).functionArn],
        }).assertSuccess();
      }
    }
  }

  #alias(handler: GatewayFunction, aliasName: string, provisioned?: number): lambda.Alias {
    return new lambda.Alias(handler, `Alias-${aliasName}`, {
      aliasName,
      version: handler.function.currentVersion,
      ...(provisioned === undefined ? {} : { provisionedConcurrentExecutions: provisioned }),
    });
  }

  #doors(
    consumers: Readonly<Record<string, iam.IRole>>,
    publicApis: readonly PublicGatewayApi[],
    loadBalancer: AiGatewayProps['loadBalancer'],
  ): string {
    const direct = Object.entries(consumers).map(([name, role]) => [
      name,
      { door: 'direct', principal: role.roleArn },
    ]);
    return Stack.of(this).toJsonString({
      [API_DOOR]: { door: 'rest-api', apiId: this.api.api.restApiId },
      ...(loadBalancer ? { [LOAD_BALANCER_ALIAS]: { door: 'load-balancer', ...loadBalancer } } : {}),
      ...Object.fromEntries(publicApis.map(({ alias, door }) => [alias, door])),
      ...(Object.fromEntries(direct) as Record<string, unknown>),
    });
  }

  #check(useCases: readonly string[], consumers: readonly string[], provisioned = 1): void {
    if (useCases.length === 0)
      throw new ConfigurationError(this, 'NoUseCases', 'useCases is empty; give at least one');
    const twice = useCases.find((each, index) => useCases.indexOf(each) !== index);
    if (twice !== undefined)
      throw new ConfigurationError(
        this,
        'UseCaseTwice',
        `use case '${twice}' is there twice; give it one row`,
      );
    const odd = consumers.find((name) => !CONSUMER.test(name) || OTHER_DOORS.includes(name));
    if (odd !== undefined)
      throw new ConfigurationError(
        this,
        'Consumer',
        `'${odd}' is among the consumers; give names of 1 to 64 of a-z, 0-9 and hyphens, a letter first, and none of ${OTHER_DOORS.join(', ')}`,
      );
    if (!Number.isInteger(provisioned) || provisioned < 1)
      throw new ConfigurationError(
        this,
        'ProvisionedConcurrency',
        `provisionedConcurrency is ${provisioned}; give a whole number from 1, or none`,
      );
  }

  #checkPublic(publicApis: readonly PublicGatewayApi[], useCases: readonly string[]): void {
    const aliases = publicApis.map(({ alias }) => alias);
    const twice = aliases.find((each, index) => aliases.indexOf(each) !== index);
    if (twice !== undefined)
      throw new ConfigurationError(
        this,
        'PublicApi',
        `${twice} is there twice; make one API for its callers`,
      );
    const unknown = publicApis.flatMap((each) => each.useCases).find((id) => !useCases.includes(id));
    if (unknown !== undefined)
      throw new ConfigurationError(
        this,
        'PublicApi',
        `use case '${unknown}' is asked from outside and is not the gateway's; add it or take it out`,
      );
  }
}
