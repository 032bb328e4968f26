namespace Hub.Search.Searching;

/// <summary>Documents are scored in windows of this many, small enough for their sums to stay in the nearest cache.</summary>
internal static class Window
{
    public const int Size = 2048;
    public const int Shift = 11;

    public static int CountFor(int documents) => (documents + Size - 1) >> Shift;
}
