using Hub.Search.Segments;

namespace Hub.Search.Indexing;

/// <summary>The files of an index.</summary>
internal static class IndexFolder
{
    public const string SegmentExtension = ".seg";
    public const string DeletedExtension = ".del";
    public const string LockName = "write.lock";

    private const int Attempts = 5;

    /// <summary>
    /// The segments of the last commit. A writer may remove files while they are being opened; then there is a newer commit to read.
    /// </summary>
    public static (CommitPoint Commit, LiveSegment[] Segments)? OpenLastCommit(string folder, Schema schema, bool verify)
    {
        for (var attempt = 1; ; attempt++)
        {
            var commit = CommitPoint.Read(folder);
            if (commit is null)
                return null;
            if (commit.Fingerprint != schema.Fingerprint)
                throw new IndexFormatException($"{folder}: built for [{commit.Fingerprint}], the schema now is [{schema.Fingerprint}]");
            try
            {
                return (commit, [.. commit.Segments.Select(segment => Open(folder, segment, schema, verify))]);
            }
            catch (FileNotFoundException e)
            {
                if (attempt == Attempts || CommitPoint.Read(folder)?.Sequence == commit.Sequence)
                    throw new IndexDamagedException(e.FileName ?? folder, "the commit names this file, but it is missing", e);
            }
        }
    }

    /// <summary>Removes the index's files that are not in <paramref name="needed"/>; one still in use by the system is left for next time.</summary>
    public static void RemoveAllBut(string folder, IReadOnlySet<string> needed)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var ours = Path.GetExtension(path) is SegmentExtension or DeletedExtension or ".tmp";
            if (!ours || needed.Contains(Path.GetFileName(path)))
                continue;
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    private static LiveSegment Open(string folder, CommittedSegment committed, Schema schema, bool verify)
    {
        var segment = Segment.Open(Path.Combine(folder, committed.Name), schema, verify);
        var deleted = committed.Deleted is null ? null : LiveSegment.ReadDeleted(Path.Combine(folder, committed.Deleted), segment.Documents);
        return new LiveSegment(segment, deleted);
    }
}
