namespace Hub.OpenData.Catalogue;

/// <summary>One statement of a graph.</summary>
/// <param name="Subject">An address.</param>
/// <param name="Predicate">A name with its prefix, one of <see cref="Names.Prefixes"/>: <c>dct:title</c>.</param>
internal sealed record Triple(string Subject, string Predicate, Node Object);

/// <summary>What a statement says of its subject.</summary>
internal abstract record Node;

/// <summary>A thing with an address.</summary>
internal sealed record Thing(string Address) : Node;

/// <summary>A text for people, in Italian.</summary>
internal sealed record Words(string Text) : Node;

/// <summary>A value for programs.</summary>
/// <param name="Type">A name with its prefix; empty for a plain string.</param>
internal sealed record Value(string Text, string Type = "") : Node;
