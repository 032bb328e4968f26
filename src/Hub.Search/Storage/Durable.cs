using System.Runtime.InteropServices;

namespace Hub.Search.Storage;

/// <summary>Writing that survives a loss of power.</summary>
internal static partial class Durable
{
    /// <summary>Forces a file's bytes to the disk.</summary>
    public static void Sync(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Puts <paramref name="bytes"/> under <paramref name="path"/> at once: before it there is the old file or none, after it the new one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".tmp";
        using (var file = File.OpenHandle(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(file, bytes, 0);
            RandomAccess.FlushToDisk(file);
        }
        File.Move(draft, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Forces the names in a folder to the disk. Windows does so by itself.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, 0);
        if (descriptor < 0)
            throw new IOException($"{folder}: cannot be opened to be synced (error {Marshal.GetLastPInvokeError()})");
        var failed = Sync(descriptor) != 0;
        _ = Close(descriptor);
        if (failed)
            throw new IOException($"{folder}: cannot be synced");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
