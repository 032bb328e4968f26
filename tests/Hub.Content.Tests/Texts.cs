namespace Hub.Content.Tests;

/// <summary>Owns <c>Texts.it.resx</c>.</summary>
internal sealed class Texts;
