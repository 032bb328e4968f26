namespace Hub.Content.Media.Checks;

/// <summary>A file that is gone when it is closed, or when the process ends.</summary>
internal static class TemporaryFile
{
    private const int Buffer = 64 * 1024;

    public static FileStream Make() => new(
        Path.Combine(Path.GetTempPath(), "hub-" + Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
