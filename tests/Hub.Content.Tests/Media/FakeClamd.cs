using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Content.Tests.Media;

/// <summary>A scanner on a loopback port that knows one virus: the EICAR test file.</summary>
internal sealed class FakeClamd : IDisposable
{
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public FakeClamd()
    {
        listener.Start();
        _ = Serve();
    }

    public string Address => listener.LocalEndpoint.ToString()!;

    /// <summary>What it answers instead of looking; null to look.</summary>
    public string? Says { get; set; }

    public long Received { get; private set; }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            await using var stream = client.GetStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command, stop.Token);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            using var file = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length, stop.Token);
                var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                if (piece.Length == 0)
                    break;
                await stream.ReadExactlyAsync(piece, stop.Token);
                file.Write(piece);
            }

            Received = file.Length;
            var isBad = file.ToArray().AsSpan().IndexOf(Eicar) >= 0;
            await stream.WriteAsync(Encoding.ASCII.GetBytes((Says ?? (isBad ? "stream: Eicar-Signature FOUND" : "stream: OK")) + "\0"), stop.Token);
        }
    }
}
