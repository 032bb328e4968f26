using Architecture.Tests.Fixtures;
using YamlDotNet.RepresentationModel;

namespace Architecture.Tests;

/// <summary><c>publiccode.yml</c> 0.7, as the catalogue of Developers Italia reads it.</summary>
public class PublicCodeTests
{
    private static readonly YamlMappingNode PublicCode = Read();

    [Theory]
    [InlineData("publiccodeYmlVersion", "0.7")]
    [InlineData("legal/license", "AGPL-3.0-or-later")]
    [InlineData("developmentStatus", "development")]
    [InlineData("softwareType", "standalone/web")]
    [InlineData("localisation/localisationReady", "false")]
    public void SaysWhatTheHubIs(string key, string value) => Assert.Equal(value, Text(key));

    [Theory]
    [InlineData("name")]
    [InlineData("url")]
    [InlineData("platforms")]
    [InlineData("maintenance/type")]
    [InlineData("maintenance/contacts")]
    [InlineData("localisation/availableLanguages")]
    public void HasTheMandatoryKeys(string key) => Assert.NotNull(Find(key));

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    public void DescriptionsHaveTheAllowedLength(string language)
    {
        Assert.InRange(Text($"description/{language}/shortDescription").Length, 1, 150);
        Assert.InRange(Text($"description/{language}/longDescription").Length, 150, 10_000);
        Assert.NotEmpty(Assert.IsType<YamlSequenceNode>(Find($"description/{language}/features")));
    }

    private static string Text(string path) => Assert.IsType<YamlScalarNode>(Find(path)).Value!;

    private static YamlNode? Find(string path) =>
        path.Split('/').Aggregate((YamlNode?)PublicCode, (node, key) =>
            node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null);

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read("publiccode.yml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
