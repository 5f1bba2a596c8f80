"""pictures.py: the pictures of the bench's documents, the same at every run: screenshots of 1200 x 700 of about 115 KB,
and a small icon for a line of text."""
import math
import random
import zlib

from PIL import Image, ImageDraw, ImageFont

FONTS = '/usr/share/fonts/truetype/noto/NotoSans-%s.ttf'
INK = (32, 33, 36)
GREY = (95, 99, 104)
BLUE = (26, 115, 232)
WHITE = (255, 255, 255)
FOLDERS = ('Oluştur', 'Gelen Kutusu', 'Yıldızlı', 'Ertelenenler', 'Gönderilmiş', 'Taslaklar', 'Çöp Kutusu', 'Şahsi', 'İş',
           'Güncellemeler')
TABS = ('Genel', 'Etiketler', 'Gelen Kutusu', 'Hesaplar', 'Filtreler ve Engellenen Adresler',
        'Yönlendirme ve POP/IMAP', 'Eklentiler', 'Sohbet ve Meet', 'Gelişmiş', 'Çevrimdışı', 'Temalar')
CHOICES = ('IMAP erişimi: (diğer istemcilerden IMAP ile erişim)', 'Durum: IMAP devre dışı', 'IMAP’ı etkinleştir',
           'IMAP’ı devre dışı bırak', 'Otomatik Silme açık - Sunucuyu anında güncelle. (varsayılan)',
           'Klasör Boyutu Sınırları: IMAP klasöründeki ileti sayısını sınırlama',
           'E-posta istemcinizi yapılandırın (ör. Outlook, Thunderbird, iPhone)', 'Yapılandırma talimatları',
           'POP İndirme: Durum: POP tüm postalar için etkin')


def font(size, bold=False):
    return ImageFont.truetype(FONTS % ('Bold' if bold else 'Regular'), size)


def circle(pen, x, y, radius, **style):
    pen.ellipse([x - radius, y - radius, x + radius, y + radius], **style)


def cog(pen, x, y, radius, hole):
    for tooth in range(8):
        angle = tooth * math.pi / 4
        circle(pen, x + radius * math.cos(angle), y + radius * math.sin(angle), 4, fill=GREY)
    circle(pen, x, y, radius - 1, fill=GREY)
    circle(pen, x, y, 5, fill=hole)


def draw_bar(pen):
    for y in range(64):
        pen.line([(0, y), (1200, y)], fill=(232 - y // 4, 240 - y // 5, 254 - y // 8))
    circle(pen, 38, 32, 14, fill=(66, 133, 244))
    pen.text((64, 18), 'posta.ktun.edu.tr', font=font(20, True), fill=(60, 64, 67))
    pen.rounded_rectangle([300, 14, 860, 50], 18, fill=WHITE, outline=(200, 205, 212))
    pen.text((324, 20), 'Postalarda arayın', font=font(17), fill=(120, 124, 128))
    cog(pen, 1140, 32, 13, (240, 244, 254))


def draw_folders(pen):
    pen.rectangle([0, 64, 230, 700], fill=(240, 244, 249))
    for i, name in enumerate(FOLDERS):
        y = 84 + i * 44
        if i == 1:
            pen.rounded_rectangle([8, y - 8, 222, y + 30], 18, fill=(211, 227, 253))
        pen.text((30, y), name, font=font(17, i == 1), fill=INK)


def draw_tabs(pen, number):
    x, y = 256, 130
    pen.text((256, 80), 'Ayarlar', font=font(28), fill=INK)
    for i, name in enumerate(TABS):
        width = pen.textlength(name, font=font(15))
        chosen = i == (5 + number) % len(TABS)
        if x + width > 1170:
            x, y = 256, y + 30
        pen.text((x, y), name, font=font(15, chosen), fill=BLUE if chosen else GREY)
        if chosen:
            pen.line([(x, y + 24), (x + width, y + 24)], fill=BLUE, width=3)
        x += width + 26
    pen.line([(246, 196), (1180, 196)], fill=(218, 220, 224))


def draw_choices(pen, number, dice):
    for i, text in enumerate(dice.sample(CHOICES, len(CHOICES))):
        y = 212 + i * 46
        pen.text((300, y), text, font=font(16, i % 4 == 0), fill=INK)
        circle(pen, 271, y + 12, 9, outline=GREY, width=2)
        if i == number % len(CHOICES):
            circle(pen, 271, y + 12, 5, fill=BLUE)
            pen.rectangle([254, y - 7, 1000, y + 31], outline=(217, 48, 37), width=3)
        for _ in range(dice.randint(3, 9)):
            x = dice.randint(900, 1170)
            pen.rectangle([x, y + 4, x + dice.randint(2, 9), y + 18], fill=tuple(dice.choices(range(120, 230), k=3)))


def draw_buttons(pen):
    pen.rounded_rectangle([470, 640, 690, 680], 6, fill=BLUE)
    pen.text((496, 648), 'Değişiklikleri Kaydet', font=font(16, True), fill=WHITE)
    pen.rounded_rectangle([710, 640, 800, 680], 6, fill=WHITE, outline=(200, 205, 212))
    pen.text((734, 648), 'İptal', font=font(16), fill=(60, 64, 67))


def draw_photo(image, dice):
    """Some noise, so that the file weighs what a screenshot does."""
    points = image.load()
    for y in range(560, 690):
        for x in range(880, 1180):
            noise = dice.randint(-6, 6)
            points[x, y] = (120 + (x - 880) // 4 + noise, 150 + (y - 560) // 3 + noise, 200 + noise)


def screenshot(number):
    dice = random.Random(1000 + number)
    image = Image.new('RGB', (1200, 700), (246, 248, 252))
    pen = ImageDraw.Draw(image)
    draw_bar(pen)
    draw_folders(pen)
    draw_tabs(pen, number)
    draw_choices(pen, number, dice)
    draw_buttons(pen)
    draw_photo(image, dice)
    return image


def icon():
    image = Image.new('RGBA', (32, 32), (0, 0, 0, 0))
    cog(ImageDraw.Draw(image), 16, 16, 12, (0, 0, 0, 0))
    return image


def draw(file):
    """The picture of that name: cark.png or sekil-NUMBER.png."""
    return icon() if file == 'cark.png' else screenshot(int(file[len('sekil-'):-len('.png')]))


def save_pdf(image, path):
    """A page of the picture's size with its pixels as they are (Pillow would make a JPEG of them)."""
    width, height = image.size
    pixels = zlib.compress(image.convert('RGB').tobytes(), 9)
    page = f'q {width} 0 0 {height} 0 0 cm /I Do Q'.encode()
    objects = [
        b'<</Type/Catalog/Pages 2 0 R>>',
        b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
        f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>'
        .encode(),
        f'<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8'
        f'/Filter/FlateDecode/Length {len(pixels)}>>\nstream\n'.encode() + pixels + b'\nendstream',
        f'<</Length {len(page)}>>\nstream\n'.encode() + page + b'\nendstream',
    ]
    out = b'%PDF-1.4\n'
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f'{number} 0 obj\n'.encode() + body + b'\nendobj\n'
    table = ''.join(f'{place:010d} 00000 n \n' for place in places)
    trailer = f'xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n'
    with open(path, 'wb') as file:
        file.write(out + trailer.encode())
