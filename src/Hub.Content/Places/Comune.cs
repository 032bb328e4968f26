namespace Hub.Content.Places;

/// <summary>An Italian municipality.</summary>
/// <param name="Code">ISTAT code of six digits; the first three are the province's.</param>
/// <param name="Province">Two-letter sign, such as <c>PO</c>.</param>
/// <param name="RegionCode">ISTAT code of the region, two digits.</param>
public sealed record Comune(string Code, string Name, string Province, string RegionCode);
