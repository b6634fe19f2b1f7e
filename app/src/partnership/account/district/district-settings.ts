/** An OpenID Connect provider that the operator named. */
export interface DistrictSettings {
  /** Exactly as the provider writes it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it: "Lakeview staff sign-in". */
  name: string;
}
