namespace Hub.Citations;

/// <summary>The kinds of act that are told apart, by the name under which jurists cite them.</summary>
public enum ActType
{
    Constitution, ConstitutionalLaw, Law, LegislativeDecree, DecreeLaw,
    RoyalDecree, RoyalDecreeLaw, RoyalLegislativeDecree, LieutenancyDecree, ProvisionalHeadDecree,
    PresidentialDecree, PrimeMinisterDecree, MinisterialDecree, Circular,
    RegionalLaw, ProvincialLaw, RegionalRegulation,
    RegionalExecutiveResolution, RegionalCouncilResolution, RegionalAssemblyResolution, RegionalPresidentDecree,
    AuthorityResolution, AuthorityGuidelines, Resolution,
    EuropeanRegulation, EuropeanDirective, EuropeanDecision, EuropeanFrameworkDecision, EuropeanRecommendation, Treaty,
}
