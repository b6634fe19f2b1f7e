/**
 * What people choose when they are asked for a password: words, names, teams, keyboard paths and whole
 * passwords that are on every list of stolen ones, in English and Spanish. Written for Concord from
 * common knowledge, in lower case and without digits at the end: the rule undoes capitals, digits for
 * letters, years and marks, so that each entry stands for hundreds of passwords.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
password passwort passw passwd pass passphrase passcode contrasena contrasenia contraseña clave palabra secreto
secret secrets letmein letmeinn welcome welcomeback bienvenido bienvenida bienvenidos admin administrator
administrador root superuser superadmin sysadmin user username usuario guest invitado login logon signin signup
master default changeme changeit changethis newpassword mypassword oldpassword thepassword nopassword
temporary temppass temp test tester testing testtest prueba pruebas demo demodemo sample example ejemplo qwerty
qwertyu qwertyui qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm
qazwsx qazwsxedc qazxsw zaqwsx wsxedc edcrfv rfvtgb poiuytrewq lkjhgfdsa mnbvcxz abcdef abcdefg abcabc abcd abcde
iloveyou iloveu ilove loveyou loveme lovely loves lover lovers love teamo teamomucho tequiero amor amores
amorcito miamor corazon corazoncito vida mivida cielo princesa principe reina bonita hermosa chiquita bebe
sunshine moonlight starlight rainbow butterfly flower flowers rose roses daisy lily violet jasmine orchid
princess prince queen king angel angels angelito angelica baby babygirl babyboy honey sweetie sweetheart sugar
cutie darling beautiful gorgeous pretty handsome sexy hottie cookie cookies chocolate cheese pizza banana orange
apple apples cherry strawberry lemon mango peach pumpkin pickle pepper ginger cinnamon vanilla caramel candy
football futbol soccer baseball basketball hockey tennis golf volleyball softball swimming wrestling lacrosse
soccergirl footballer liverpool chelsea arsenal manchester united barcelona realmadrid juventus cowboys steelers
packers patriots eagles giants yankees redsox lakers celtics bulls chicago dodgers cubs raiders broncos ravens
dolphins chargers seahawks falcons panthers warriors spartans tigers lions bears wolves wildcats bulldogs
huskies trojans vikings knights rangers pirates raptors spurs rockets hornets cardinals jaguars mustangs
superman batman spiderman ironman captain america avengers starwars skywalker vader pokemon pikachu naruto
minecraft fortnite roblox mario zelda sonic nintendo playstation xbox gamer games game computer laptop internet
google facebook instagram twitter youtube netflix amazon microsoft windows office samsung iphone android apple
linux ubuntu server network router wifi cisco oracle database access system security secure private hello
hellohello helloworld hello world goodbye goodmorning morning night midnight everyday today tomorrow yesterday
monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo
january february march april may june july august september october november december enero febrero marzo abril
mayo junio julio agosto septiembre octubre noviembre diciembre spring summer autumn fall winter primavera verano
otono otoño invierno christmas navidad halloween easter thanksgiving birthday cumpleanos holiday vacation
vacaciones weekend newyear happy happiness happyday smile smiley laughing funny crazy lucky lucky love hope faith
grace peace blessed blessing bless blessings jesus jesuschrist jesucristo christ god godisgood godislove
dios diosesamor diosteama church heaven prayer amen bible gospel trinity gabriel miguel archangel
monkey monkeys dragon dragons tiger lion bear wolf panther eagle falcon hawk horse horses pony unicorn kitty
kitten kittycat puppy puppies doggy doggie dogs cats cat dog fish bird bunny rabbit turtle snake spider
elephant giraffe penguin dolphin whale shark zebra cow pig chicken duck frog mouse hamster gato gatito perro
perrito caballo pajaro mariposa estrella estrellita luna sol lunita solecito flores rosa rosita
michael jennifer jessica ashley amanda daniel daniela joshua andrew matthew christopher anthony william joseph
david robert james john johnny thomas charles george edward richard brian kevin jason justin brandon nicholas
nicole michelle melissa stephanie samantha elizabeth emily hannah sarah rachel lauren megan alexander alexandra
alexis taylor morgan jordan austin dylan tyler zachary benjamin samuel jonathan christian christina
christine patricia margaret maria mariana marisol carlos jose juan luis pedro pablo diego fernando francisco
javier jorge ricardo roberto rafael sergio antonio alejandro alejandra andres andrea gabriela guadalupe lupita
valentina valeria sofia isabella camila lucia elena carmen rosario teresa mercedes victoria veronica monica
sandra laura paola carolina catalina natalia olivia emma sophia ava mia charlotte amelia harper evelyn abigail
ella scarlett madison chloe zoe ruby maggie buddy bailey max charlie rocky lucky molly sadie daisy lola bella
luna coco shadow smokey bandit ginger jake jack duke bear cooper tucker oliver teddy harley toby
school schools escuela colegio teacher teachers maestra maestro profesor profesora student students estudiante
alumno principal director superintendent district districts distrito union unions sindicato association
asociacion educator educators education educacion classroom class grade kindergarten elementary primary
middle middleschool highschool high academy university college learn learning learner study reading math
mathematics science history english spanish music library homework recess pencil crayon bus schoolbus campus
board schoolboard parent parents familia familias family families children kids niños ninos child mother father
mom mommy mama mami mamita dad daddy papa papi papito brother sister hermano hermana abuela abuelo grandma
grandpa friend friends amigo amigos amiga bestfriend bestfriends forever together partnership partner
concord concordia council community comunidad neighborhood city state county office work working trabajo
business company manager boss employee staff meeting money dinero dollar dollars million rich lottery
california texas florida newyork boston chicago seattle denver dallas houston phoenix atlanta miami orlando
detroit cleveland philadelphia pittsburgh baltimore washington virginia carolina georgia tennessee kentucky
ohio michigan illinois indiana wisconsin minnesota iowa missouri kansas nebraska oklahoma arkansas louisiana
mississippi alabama colorado utah nevada arizona oregon montana idaho wyoming dakota alaska hawaii maine
vermont hampshire massachusetts connecticut rhode island jersey delaware maryland mexico puerto rico
puertorico cuba dominicana colombia venezuela argentina espana españa america usa freedom liberty patriot
merica president trump obama biden police army navy marines airforce soldier ranger sniper
red blue green yellow purple pink black white silver gold golden brown gray orange violet rojo azul verde
amarillo morado rosa negro blanco plata oro diamond crystal emerald sapphire pearl ruby fire water earth
wind storm thunder lightning rain snow snowball snowflake snowman ice icecream ocean beach river mountain forest
garden sunset sunrise morningstar star stars moon planet galaxy universe space rocket alien robot ninja
samurai warrior hunter killer ghost zombie vampire demon devil satan death dark darkness shadow mystery magic
magical wizard witch harrypotter potter hogwarts gandalf frodo matrix neo trinity terminator predator
rockstar rock roll rockandroll metal metallica nirvana slipknot eminem beatles elvis music guitar piano drums
dance dancer dancing singer singing movie movies hollywood disney mickey minnie tinkerbell cinderella elsa
frozen simba nemo shrek barbie hellokitty snoopy garfield scooby scoobydoo tweety bugsbunny
trustno trustnoone whatever nothing something anything everything nobody somebody anybody never always
please thankyou thanks sorry excuse welcome gracias porfavor hola holahola adios buenosdias
one two three four five six seven eight nine ten uno dos tres cuatro cinco seis siete ocho nueve diez hundred
first second third number numbers numero letter letters word words open opensesame sesame enter entrar
access accessdenied correct incorrect wrong right true false yes no maybe okay cool awesome amazing great
good best better perfect super mega ultra extreme power powerful strong strength energy force speed fast
furious racing racer nascar ferrari porsche mercedes toyota honda nissan chevy chevrolet camaro corvette mustang
ford dodge charger jeep harley davidson yamaha suzuki kawasaki truck trucker car cars motorcycle driver
fuckyou fuckoff fuck asshole bitch bitches shit bullshit pussy cock dick damn hell crap stupid idiot loser
whore slut bastard puta puto mierda cabron pendejo
correcthorsebatterystaple abracadabra supercalifragilistic thisismypassword thisisapassword mynameis
myname donttellanyone dontforget forgetmenot rememberme remember iforgot forgot forgotten cantremember
blink cheer cheerleader gymnast ballet coach athlete champion champions winner winners number victory
hotdog hamburger burger taco tacos burrito coffee starbucks cocacola pepsi drpepper mountaindew beer whiskey
tequila vodka wine margarita corona budweiser jackdaniels marlboro
`
    .trim()
    .split(/\s+/),
);

/** Paths over a keyboard, the alphabet and the row of digits; read in both directions. */
export const paths: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9',
  '1a2b3c4d5e6f7g8h9i',
  '!@#$%^&*()',
];
