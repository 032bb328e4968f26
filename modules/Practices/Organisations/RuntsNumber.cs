namespace Hub.Practices.Organisations;

/// <summary>The number that an ETS has in the repertory of the RUNTS: digits alone.</summary>
public static class RuntsNumber
{
    private const int Longest = 7;

    public static bool IsValid(string number) => number.Length is > 0 and <= Longest && number[0] != '0' && number.All(char.IsAsciiDigit);
}
