namespace Hub.Web.Caching;

/// <summary>Holds an answer back until it is whole. One that is too long goes out as it comes, from then on.</summary>
internal sealed class PageBuffer(Stream client, int limit) : MemoryStream
{
    /// <summary>The answer was too long to be held back, and a part of it is on its way.</summary>
    public bool IsPassedOn { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsPassedOn && Length + buffer.Length > limit)
        {
            IsPassedOn = true;
            await client.WriteAsync(GetBuffer().AsMemory(0, (int)Length), cancellationToken);
            SetLength(0);
        }

        if (IsPassedOn)
            await client.WriteAsync(buffer, cancellationToken);
        else
            Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        IsPassedOn ? client.FlushAsync(cancellationToken) : Task.CompletedTask;
}
