using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Benchmarks.Pages;

/// <summary>What a server did under load.</summary>
/// <param name="PerSecond">Requests answered a second, all connections together.</param>
/// <param name="P99">Milliseconds from request to whole answer that 99 of 100 stayed under.</param>
/// <param name="Bytes">Of one answer's body.</param>
internal sealed record Load(double PerSecond, double P99, int Bytes);

/// <summary>
/// Asks for one page over and over on a few connections kept open, over plain sockets, so that the asking costs little of
/// the two cores that it shares with the server.
/// </summary>
internal static class LoadClient
{
    public static async Task<Load> Run(Uri page, int connections, TimeSpan time, string? encoding)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\n{(encoding is null ? "" : $"Accept-Encoding: {encoding}\r\n")}\r\n");
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Connection(page, request, watch, time)));
        var latencies = results.SelectMany(result => result.Latencies).Order().ToArray();
        return new Load(
            latencies.Length / watch.Elapsed.TotalSeconds,
            latencies[(int)(latencies.Length * 0.99)] * 1000.0 / Stopwatch.Frequency,
            results[0].Bytes);
    }

    private static async Task<(List<long> Latencies, int Bytes)> Connection(Uri page, byte[] request, Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, page.Port);
        var buffer = ArrayPool<byte>.Shared.Rent(512 * 1024);
        var latencies = new List<long>(100_000);
        var bytes = 0;
        while (watch.Elapsed < time)
        {
            var begun = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            bytes = await Answer(socket, buffer);
            latencies.Add(Stopwatch.GetTimestamp() - begun);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return (latencies, bytes);
    }

    /// <summary>Reads one whole answer and gives the length of its body.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a 200 with a known end.</exception>
    private static async Task<int> Answer(Socket socket, byte[] buffer)
    {
        var read = 0;
        var head = -1;
        while (head < 0)
        {
            read += await Receive(socket, buffer, read);
            head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        if (!headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            throw new InvalidOperationException(headers.Split('\r')[0]);
        var lengthAt = headers.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        if (lengthAt < 0)
            return await Chunks(socket, buffer, read, head + 4);
        var digits = headers.AsSpan(lengthAt + 16);
        var end = digits.IndexOf('\r');
        var length = int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
        while (read < head + 4 + length)
            read += await Receive(socket, buffer, read);
        return length;
    }

    /// <summary>An answer in chunks ends with an empty one.</summary>
    private static async Task<int> Chunks(Socket socket, byte[] buffer, int read, int start)
    {
        while (!buffer.AsSpan(start, read - start).EndsWith("\r\n0\r\n\r\n"u8))
            read += await Receive(socket, buffer, read);
        return read - start;
    }

    private static async Task<int> Receive(Socket socket, byte[] buffer, int at)
    {
        var got = await socket.ReceiveAsync(buffer.AsMemory(at));
        return got > 0 ? got : throw new InvalidOperationException("The server closed the connection.");
    }
}
