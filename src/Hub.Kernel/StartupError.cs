namespace Hub.Kernel;

/// <summary>A mistake of whoever built or configured the application, told so that it can be mended.</summary>
/// <param name="Code">Stable code, such as <c>HUB-K003</c>; listed in <c>docs/reference/error-codes.md</c>.</param>
/// <param name="Place">The module, file or key at fault.</param>
/// <param name="Problem">What is wrong, in one sentence.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
public sealed record StartupError(string Code, string Place, string Problem, string Remedy)
{
    public override string ToString() => $"{Code} {Place}: {Problem} {Remedy}";
}
