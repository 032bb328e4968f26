using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Media.Checks;

/// <summary>Has files looked at by a ClamAV daemon, over its INSTREAM command. Thread-safe.</summary>
internal sealed class VirusScanner(MediaOptions options, ILogger<VirusScanner> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Does nothing where no scanner is configured.</summary>
    /// <exception cref="RefusedFileException">It found something, or can't be asked.</exception>
    public async Task Scan(Stream file, CancellationToken cancel)
    {
        if (options.ClamAv is not { } address)
            return;
        string answer;
        try
        {
            answer = await Ask(address, file, cancel);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogError(e, "HUB-F002 The virus scanner at {Address} can't be asked; uploads are refused until it can.", address);
            throw RefusedFileException.Because("NoScanner");
        }

        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
            throw RefusedFileException.Because("Virus");
        if (!answer.EndsWith(" OK", StringComparison.Ordinal))
        {
            log.LogError("HUB-F002 The virus scanner at {Address} answered “{Answer}”; the upload was refused.", address, answer);
            throw RefusedFileException.Because("NoScanner");
        }
    }

    private static async Task<string> Ask(string address, Stream file, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var socket = await Connect(address, patience.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), patience.Token);
        file.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024 + 4);
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(buffer.AsMemory(4, 64 * 1024), patience.Token);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read); // the last piece is empty and ends the stream
                await stream.WriteAsync(buffer.AsMemory(0, read + 4), patience.Token);
            }
            while (read > 0);
            read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, 1024), 1024, throwOnEndOfStream: false, patience.Token);
            return Encoding.ASCII.GetString(buffer, 0, read).TrimEnd('\0', '\n');
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<Socket> Connect(string address, CancellationToken cancel)
    {
        var isFile = address.StartsWith('/');
        var socket = isFile ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            var colon = address.LastIndexOf(':');
            if (isFile)
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address), cancel);
            else
                await socket.ConnectAsync(address[..colon].Trim('[', ']'), int.Parse(address[(colon + 1)..]), cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
