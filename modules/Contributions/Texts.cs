namespace Hub.Contributions;

/// <summary>Stands for the module's words in <c>Texts.it.resx</c>; views get them as <c>IStringLocalizer&lt;Texts&gt;</c>.</summary>
public sealed class Texts
{
    internal static readonly Hub.Web.ModuleTexts In = new(typeof(Texts));

    private Texts()
    {
    }
}
