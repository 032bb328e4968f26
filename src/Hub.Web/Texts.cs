namespace Hub.Web;

/// <summary>Stands for this project's words in <c>Texts.it.resx</c>; views get them as <c>IStringLocalizer&lt;Texts&gt;</c>.</summary>
public sealed class Texts
{
    private static readonly ModuleTexts In = new(typeof(Texts));

    private Texts()
    {
    }

    internal static string Get(string key, params object?[] arguments) => In[key, arguments];
}
