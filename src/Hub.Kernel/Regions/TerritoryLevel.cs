namespace Hub.Kernel.Regions;

/// <summary>A level of a region's territory, such as <c>area-vasta</c>, “Area vasta”, “Aree vaste”.</summary>
public sealed record TerritoryLevel(string Code, string Name, string Plural);
