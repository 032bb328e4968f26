using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Hub.Search.Storage;

/// <summary>
/// A whole file in memory, mapped by the system. The mapping ends when nobody refers to it any more, so a reader never loses
/// the ground under its feet; whoever holds a pointer keeps this object alive with <see cref="GC.KeepAlive"/>.
/// </summary>
internal sealed unsafe class MappedFile
{
    private readonly Mapping _mapping;

    private MappedFile(string path, Mapping mapping, int length)
    {
        Path = path;
        _mapping = mapping;
        Length = length;
    }

    public string Path { get; }

    public int Length { get; }

    public byte* Start => (byte*)_mapping.DangerousGetHandle();

    public ReadOnlySpan<byte> Bytes => new(Start, Length);

    public static MappedFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length is 0 or > int.MaxValue)
            throw new IndexDamagedException(path, $"a size of {length} bytes is impossible here");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new MappedFile(path, new Mapping(file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read)), (int)length);
    }

    private sealed class Mapping : SafeHandleZeroOrMinusOneIsInvalid
    {
        private readonly SafeMemoryMappedViewHandle _view;

        public Mapping(MemoryMappedViewAccessor accessor)
            : base(ownsHandle: true)
        {
            _view = accessor.SafeMemoryMappedViewHandle;
            byte* start = null;
            _view.AcquirePointer(ref start);
            handle = (nint)start;
        }

        protected override bool ReleaseHandle()
        {
            _view.ReleasePointer();
            _view.Dispose();
            return true;
        }
    }
}
